"""One torch thread: two on a busy small machine can be thirty times slower."""

import torch

torch.set_num_threads(1)
