import io
import itertools

import pytest
import torch
from torch import Tensor

from pixdraw.assembly.driving import drive
from pixdraw.errors import FileError, NumericalError, OutOfMemory, PromptError, SettingsError
from pixdraw.events import Finished, Started, Stepped
from tests.fakes import ColourPerceptor, small_session

VARIANTS = [
    {},
    {"transparent": False, "cut_method": "classic"},
    {"batches": 2, "auto_stop": True},
    {"optimiser": "AdamP", "pixel_type": "hex", "contrast": 0.0},
    {"pixel_parameters": "pyramid"},
]


def finish(session) -> Tensor:
    for _ in session.run():
        pass
    return session.images()


@pytest.mark.parametrize("given", VARIANTS)
def test_batch_equals_single_runs(given: dict) -> None:
    prompts, seeds = ["red", "green|blue:-0.5"], [1, 2]
    batch = finish(small_session(prompts=prompts, seed=seeds, **given))
    assert batch.shape[0] == 4
    singles = [finish(small_session(prompts=p, seed=s, **given))[0] for p in prompts for s in seeds]
    for got, single in zip(batch, singles, strict=True):
        assert torch.equal(got, single)
    assert not torch.equal(batch[0], batch[1])
    assert not torch.equal(batch[0], batch[2])


@pytest.mark.parametrize("given", VARIANTS)
def test_resumed_run_equals_unbroken_one(given: dict) -> None:
    given = {"seed": [1, 2], **given}
    unbroken = finish(small_session(**given))
    first = small_session(**given)
    for event in first.run():
        if isinstance(event, Stepped) and event.step == 5:
            break
    buffer = io.BytesIO()
    torch.save(first.state_dict(), buffer)
    buffer.seek(0)
    second = small_session(**given)
    second.load_state_dict(torch.load(buffer, weights_only=True))
    assert second.step == 5
    assert torch.equal(finish(second), unbroken)


def test_item_settings_draw_the_item_again() -> None:
    batch = small_session(prompts=["red", "green"], seed=[1, "two"])
    images = finish(batch)
    for item in range(4):
        flat = batch.item_settings(item)
        assert torch.equal(finish(small_session(**flat))[0], images[item])


def test_the_loss_falls_and_the_picture_moves() -> None:
    session = small_session(iterations=60)
    start = session.images()
    losses = [event.loss.item() for event in session.run() if isinstance(event, Stepped)]
    assert sum(losses[-10:]) < 0.8 * sum(losses[:10])
    assert (session.images() - start).abs().mean() > 0.05


def test_events_tell_the_run() -> None:
    events = list(small_session(iterations=3).run())
    assert [type(event) for event in events] == [Started, Stepped, Stepped, Stepped, Finished]
    assert [event.step for event in events] == [0, 1, 2, 3, 3]
    assert events[-1].reason == "done"
    assert set(events[1].terms) == {"prompts"}
    assert torch.equal(events[1].terms["prompts"], events[1].loss)


def test_rates_drop_to_a_tenth_when_planned() -> None:
    def moves(drops: str) -> list[float]:
        session = small_session(iterations=12, learning_rate_drops=drops, optimiser="SGD", learning_rate=1e-3)
        before, found = session.images(), []
        for event in session.run():
            if isinstance(event, Stepped):
                after = session.images()
                found.append((after - before).abs().mean().item())
                before = after
        return found

    steady, dropped = moves("none"), moves("4 iterations")
    assert steady[:5] == dropped[:5]
    assert dropped[5] == pytest.approx(steady[5] / 10, rel=1e-2)


def test_auto_stop_ends_a_run_that_no_longer_improves() -> None:
    session = small_session(iterations=500, auto_stop=True, learning_rate=1e-6, learning_rate_drops="none")
    *_, last = session.run()
    assert last.reason == "auto_stop"
    assert last.step < 200


def test_the_time_limit_ends_the_run_with_the_best_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = itertools.count()
    monkeypatch.setattr("pixdraw.engine.session.time.monotonic", lambda: 0.01 * next(ticks))
    session = small_session(seed=[1, 2], iterations=10_000, time_limit_s=0.3, learning_rate=50, learning_rate_drops=[])
    losses, drawn = [], []
    for event in session.run():
        drawn.append(session.drawer.render().detach())
        if isinstance(event, Stepped):
            losses.append(event.loss)
    assert (event.reason, event.step) == ("time_limit", session.step)
    assert 0 < session.step < 10_000
    best = torch.stack(losses).argmin(0)  # the loss of step i is that of the picture before it
    for item, step in enumerate(best.tolist()):
        assert torch.equal(session.drawer.render()[item], drawn[step][item])
    assert best.max() < len(losses) - 1  # the last picture is not the best one at this rate


def test_the_clock_is_looked_at_between_the_passes_of_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    session = small_session(batches=256, iterations=10, time_limit_s=0.5)
    start, passes, clock = session.images(), [], [0.0]
    look = session._look

    def slow(index: int) -> dict[str, Tensor]:
        clock[0] += 0.2
        passes.append(index)
        return look(index)

    monkeypatch.setattr(session, "_look", slow)
    monkeypatch.setattr("pixdraw.engine.session.time.monotonic", lambda: clock[0])
    *_, end = session.run()
    assert (end.reason, end.step, passes) == ("time_limit", 0, [0, 1, 2])
    assert torch.equal(session.images(), start)


def test_a_time_limit_that_is_not_reached_changes_nothing() -> None:
    assert torch.equal(finish(small_session(time_limit_s=1000)), finish(small_session()))


class Fails(ColourPerceptor):
    def __init__(self, at: int, error: Exception | None = None) -> None:
        super().__init__()
        self.at, self.calls, self.error = at, 0, error

    def encode_image(self, pixels: Tensor) -> Tensor:
        out = super().encode_image(pixels)
        if pixels.requires_grad:
            self.calls += 1
            if self.calls >= self.at:
                if self.error:
                    raise self.error
                return out * torch.nan
        return out


def test_nan_is_reported_with_its_step_and_the_best_picture_kept() -> None:
    session = small_session(perceptor=Fails(4), iterations=10)
    with pytest.raises(NumericalError, match=r"'red' \(seed 1\).*step 4") as caught:
        list(session.run())
    assert "\n" not in str(caught.value)
    healthy = small_session(iterations=10)
    seen = []
    for event in healthy.run():
        seen.append(healthy.images())
        if isinstance(event, Stepped) and event.step == 3:
            break
    assert any(torch.equal(session.images(), image) for image in seen)


@pytest.mark.parametrize(
    "error",
    [torch.OutOfMemoryError("CUDA out of memory."), RuntimeError("DefaultCPUAllocator: can't allocate memory")],
)
def test_out_of_memory_says_what_to_lower(error: Exception) -> None:
    session = small_session(perceptor=Fails(2, error))
    with pytest.raises(OutOfMemory, match="set num_cuts=2 batches=2") as caught:
        list(session.run())
    assert "40x32" in str(caught.value) and "\n" not in str(caught.value)


def test_other_errors_are_not_taken_for_memory() -> None:
    with pytest.raises(RuntimeError, match="shape"):
        list(small_session(perceptor=Fails(2, RuntimeError("shape mismatch"))).run())


def test_a_break_keeps_what_is_drawn_and_tells_the_sinks() -> None:
    session, told = small_session(), []
    run = drive(session, [lambda event, _: told.append(event)])
    for event in run:
        if isinstance(event, Stepped) and event.step == 3:
            break
    run.close()
    assert isinstance(told[-1], Finished) and told[-1].reason == "interrupted" and told[-1].step == 3


@pytest.mark.parametrize(("error", "reason"), [(KeyboardInterrupt(), "interrupted"), (ValueError("x"), "failed")])
def test_whatever_ends_a_run_the_sinks_are_told(error: BaseException, reason: str) -> None:
    told = []
    session = small_session(perceptor=Fails(3, error))  # type: ignore[arg-type]
    with pytest.raises(type(error)):
        for _ in drive(session, [lambda event, _: told.append(event)]):
            pass
    assert told[-1].reason == reason and told[-1].step == 2


def test_no_prompt_is_an_error() -> None:
    with pytest.raises(PromptError, match="nothing to draw"):
        small_session(prompts=[])


def test_an_unknown_device_is_an_error() -> None:
    with pytest.raises(SettingsError, match="auto, cpu"):
        small_session(device="gpu0")


def test_transparent_weight_thins_the_picture() -> None:
    thick, thin = (finish(small_session(iterations=60, transparent_weight=w))[:, 3].mean() for w in (0, 5))
    assert thin < thick - 0.1


def test_opaque_pictures_have_three_channels() -> None:
    assert finish(small_session(transparent=False)).shape == (1, 3, 32, 40)
    assert finish(small_session()).shape == (1, 4, 32, 40)


def test_a_sink_that_fails_at_the_end_hides_neither_the_error_nor_the_other_sinks() -> None:
    told = []

    def full(event: object, _: object) -> None:
        if isinstance(event, Finished):
            raise SettingsError("disk full")

    session = small_session(perceptor=Fails(3, ValueError("first")))
    with pytest.raises(ValueError, match="first"), pytest.warns(UserWarning, match="disk full"):
        for _ in drive(session, [full, lambda event, _: told.append(event)]):
            pass
    assert told[-1].reason == "failed"


def test_a_failure_is_said_once(recwarn: pytest.WarningsRecorder) -> None:
    def full(event: object, session: object) -> None:
        if isinstance(event, Finished):
            raise FileError("no space")

    def other(event: object, session: object) -> None:
        if isinstance(event, Finished):
            raise FileError("nor here")

    with pytest.raises(FileError, match="no space"):
        list(drive(small_session(iterations=1), [full, other]))
    assert [str(warning.message) for warning in recwarn] == ["nor here"]
