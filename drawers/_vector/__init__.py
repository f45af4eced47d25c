"""What drawers of shapes share: painting, finding places, fitting, export."""
