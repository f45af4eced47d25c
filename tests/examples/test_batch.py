"""What `examples/batch` has for clusters: read by what runs it, with options that `pixdraw batch` has."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from pixdraw.cli import app

FOLDER = Path(__file__).parents[2] / "examples" / "batch"


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_its_commands_are_ours(path: Path) -> None:
    text = re.sub(r"\\\n", " ", path.read_text())
    commands = [line for line in text.splitlines() if "pixdraw batch" in line]
    known = {word for one in app["batch"].assemble_argument_collection() for word in one.names}
    assert commands and all(set(re.findall(r"--[a-z-]+", line)) <= known for line in commands)


def test_shares_of_the_job_are_as_many_as_its_pods() -> None:
    _, job = yaml.safe_load_all((FOLDER / "kubernetes-job.yaml").read_text())
    (container,) = job["spec"]["template"]["spec"]["containers"]
    share = '--shard "$((JOB_COMPLETION_INDEX + 1))/' + f'{job["spec"]["completions"]}"'
    assert job["spec"]["completionMode"] == "Indexed" and container["args"][0].endswith(share)
    volumes = {volume["name"] for volume in job["spec"]["template"]["spec"]["volumes"]}
    assert {mount["name"] for mount in container["volumeMounts"]} == volumes


def test_the_cluster_grows_from_nothing() -> None:
    cluster = yaml.safe_load((FOLDER / "ray-cluster.yaml").read_text())
    types = cluster["available_node_types"]
    assert cluster["head_node_type"] in types and types["worker"]["min_workers"] == 0
    assert types["worker"]["max_workers"] <= cluster["max_workers"]


def test_the_script_is_one_that_bash_reads() -> None:
    assert subprocess.run(["bash", "-n", FOLDER / "slurm.sh"], check=False).returncode == 0
