"""Speed and memory, each as a ratio to a reference timed in the same run."""
