"""Speed, memory and quality, each beside a reference measured in the same run: `python -m benchmarks` runs them all."""
