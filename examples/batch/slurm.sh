#!/bin/bash
# A batch on a Slurm cluster: each task of the array draws its share into one folder that all nodes see.
#
#     sbatch slurm.sh sprites.csv
#
# Submitted again, it goes on where it stopped: what is drawn is not drawn twice.
#SBATCH --job-name=pixdraw
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=04:00:00
#SBATCH --requeue
## with GPUs:
##SBATCH --gpus-per-task=1
set -euo pipefail

LIST=${1:?"say which list: sbatch slurm.sh sprites.csv"}
export OMP_NUM_THREADS=$SLURM_CPUS_PER_TASK

. "${VENV:-$HOME/pixdraw/.venv}/bin/activate"
exec pixdraw batch "$LIST" \
  --output "${OUTPUT:-$SLURM_SUBMIT_DIR/$(basename "${LIST%.*}")-batch}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"
