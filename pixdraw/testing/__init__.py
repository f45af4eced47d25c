"""Contract checks for drawers, losses and filters: call them from the tests of a plug-in.

    from pixdraw.testing import check_drawer
    import my_drawer

    def test_contract():
        check_drawer(my_drawer)

Each check raises AssertionError with what was expected, what came and what usually causes it.
"""

from pixdraw.testing.drawers import check_drawer
from pixdraw.testing.parts import check_filter, check_loss, example_context, example_frame

__all__ = ["check_drawer", "check_filter", "check_loss", "example_context", "example_frame"]
