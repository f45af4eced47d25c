"""Which pixels a stroke reaches, and the nearest point of the curve to each: the costly part, written for throughput.

Blocks of 4x4 pixels around each piece are listed and culled by the distance of their centre to a few vertices on the
piece; each pixel of the kept blocks starts at its nearest vertex and takes two safeguarded Newton steps on the cubic,
or more where they have not settled.
No autograd tape: the backward pass needs only the nearest point's parameter and direction. Cost follows the painted
area, not strokes x pixels. The tensors of the pixel stage are laid out (4, 4, blocks), so that inner loops are long.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from drawers._raster.bezier import Pieces

BLOCK = 4
VERTICES = 8
NEWTON_STEPS = 2
MORE_STEPS, LATE = 3, 0.1
"""More steps for points that the last one still moved by this many pixels."""
PAD = 0.71
"""Half the diagonal of a pixel, in pixels; at a larger distance from the edge, coverage is exactly 0 or 1."""
CPU_BLOCKS, GPU_BLOCKS = 1 << 14, 1 << 22
"""Candidate blocks handled at a time: what fits a CPU's cache; on a GPU few large launches."""
_INDEX_BITS = 4


@dataclass(frozen=True)
class Hits:
    """Pairs of a piece and a pixel within reach: first n with the edge near the pixel, then m well inside."""

    piece: Tensor
    """[n + m]"""
    pixel: Tensor
    """[n + m]: y * width + x, within the piece's frame."""
    s: Tensor
    """[n]: the nearest point's parameter on the piece; exactly 0 or 1 at its ends."""
    normal_x: Tensor
    normal_y: Tensor
    """[n]: unit vector from the nearest point to the pixel's centre; where they coincide, across the curve."""
    distance: Tensor
    """[n]"""


@dataclass(frozen=True)
class Parts:
    """Some pieces lie on a frame BLOCK times as large, whose pixels are parts of the others'."""

    first: int
    """The first such piece; all after it are."""
    blocks: tuple[Tensor, Tensor, Tensor]
    """Blocks that are searched for them: piece, and a block's first pixel (x, y) within the frame."""

    def sides(self, piece: Tensor, side: int) -> Tensor:
        """The side of each piece's frame: [n]."""
        return torch.where(piece < self.first, side, side * BLOCK)


def find_hits(
    pieces: Pieces, stroke: Tensor, radius: Tensor, height: int, width: int, parts: Parts | None = None
) -> Hits:
    """List the pairs within `radius` [M] pixels of the piece's centre line, and half a pixel more.

    Neighbouring pieces of one `stroke` [M] are joined: of a stroke and a pixel only the local minima of the distance
    along the whole stroke are listed. Of the pieces on a frame of `parts` of pixels only its blocks are searched.
    """
    net, frame = _Net(pieces, stroke, radius), _Frame(height, width, parts)
    low, count = net.blocks(height, width)
    if parts is not None:
        count[parts.first :] = 0
    total = count[:, 0] * count[:, 1]
    runs = _runs(total, GPU_BLOCKS if radius.is_cuda else CPU_BLOCKS)
    found = []
    for number, run in enumerate(runs, 1):
        piece, x0, y0 = _candidates(net, low, count, run)
        if parts is not None and number == len(runs):
            more = _near(net, *parts.blocks)
            piece, x0, y0 = (torch.cat(pair) for pair in zip((piece, x0, y0), more, strict=True))
        found.append(_search(net, pieces, _Blocks(piece, x0, y0), frame))
    if not found:
        none, empty = total.new_zeros(0), radius.new_zeros(0)
        return Hits(none, none, empty, empty, empty, empty)
    return _joined(found)


def _joined(found: list[tuple[tuple[Tensor, ...], tuple[Tensor, Tensor]]]) -> Hits:
    edges, cores = zip(*found, strict=True)
    piece, pixel, *rest = (torch.cat(column) for column in zip(*edges, strict=True))
    core_piece, core_pixel = (torch.cat(column) for column in zip(*cores, strict=True))
    return Hits(torch.cat([piece, core_piece]), torch.cat([pixel, core_pixel]), *rest)


class _Net:
    """Vertices on every piece and bounds that follow from their spacing."""

    def __init__(self, pieces: Pieces, stroke: Tensor, radius: Tensor) -> None:
        c0, c1, c2, c3 = pieces.powers.unbind(0)
        s = torch.linspace(0, 1, VERTICES + 1, dtype=radius.dtype, device=radius.device)[:, None, None]
        points = c0 + s * (c1 + s * (c2 + s * c3))
        self.x, self.y = points[..., 0].contiguous(), points[..., 1].contiguous()
        step = (points[1:] - points[:-1]).norm(dim=-1).amax(0)
        # How far the curve can leave its polygon: max |q''| / (8 n^2); q'' is linear, so its ends bound it.
        bend = torch.maximum((2 * c2).norm(dim=-1), (2 * c2 + 6 * c3).norm(dim=-1))
        self.sag = bend / (8 * VERTICES * VERTICES)
        self.slack = self.sag + 0.5 * step
        self.radius, self.reach = radius, radius + PAD
        self._joints(points, stroke, torch.stack([c1, c1 + 2 * c2 + 3 * c3]))

    def _joints(self, points: Tensor, stroke: Tensor, velocity: Tensor) -> None:
        """Half-planes (x, y, constant) [3, M] behind the start and beyond the end of each piece, where it is joined."""
        chords = torch.stack([points[1] - points[0], points[-1] - points[-2]])
        # Where the control points coincide the curve has no velocity, but it has a direction.
        still = (velocity.square().sum(-1) < 1e-12 * chords.square().sum(-1))[..., None]
        ahead = torch.where(still, chords, velocity)
        follows = stroke[1:] == stroke[:-1]
        alone = follows.new_zeros(min(len(stroke), 1))
        # No half-plane where a stroke begins or ends: 0 x + 0 y - 1 is negative everywhere.
        nowhere = points.new_tensor([0.0, 0.0, -1.0])[:, None]
        behind = torch.cat([-ahead[0], (ahead[0] * points[0]).sum(-1, keepdim=True)], 1).T
        beyond = torch.cat([ahead[1], -(ahead[1] * points[-1]).sum(-1, keepdim=True)], 1).T
        self.behind = torch.where(torch.cat([alone, follows]), behind, nowhere).contiguous()
        self.beyond = torch.where(torch.cat([follows, alone]), beyond, nowhere).contiguous()

    def left_to_neighbour(self, piece: Tensor, vertex: Tensor, x: Tensor, y: Tensor) -> Tensor:
        """Whether a pixel whose nearest point is an end of this piece belongs to the adjoining piece of the same stroke
        instead.

        Elsewhere the distance goes on falling along the neighbour: the end is no minimum of the whole stroke. At a
        joint that both pieces leave away from the pixel (a kink seen from outside) the earlier piece answers.
        Evaluates `vertex` [..., n] at x, y that broadcast to it; piece is [n].
        """
        behind = _half_plane(self.behind, piece, x, y)
        beyond = _half_plane(self.beyond, piece, x, y)
        after = _half_plane(self.behind, (piece + 1).clamp_max_(self.behind.shape[1] - 1), x, y)
        beyond = torch.where(after < 0, beyond, -1.0)
        return ((vertex == 0) & (behind >= 0)).logical_or_((vertex == VERTICES) & (beyond >= 0))

    def blocks(self, height: int, width: int) -> tuple[Tensor, Tensor]:
        """First block (x, y) of every piece's box and the number of blocks each way, clipped to the frame."""
        last = torch.tensor([-(-width // BLOCK), -(-height // BLOCK)], device=self.x.device) - 1
        grow = (self.reach + self.sag)[:, None]
        lower = torch.stack([self.x.amin(0), self.y.amin(0)], 1) - grow
        upper = torch.stack([self.x.amax(0), self.y.amax(0)], 1) + grow
        # Clamped as floats first: a conversion of huge numbers to integers is undefined.
        far = float(BLOCK * (int(last.max()) + 2))
        low = ((lower - 0.5).clamp(-far, far) / BLOCK).floor().long().clamp_min(0)
        high = torch.minimum(((upper - 0.5).clamp(-far, far) / BLOCK).floor().long(), last)
        count = (high - low + 1).clamp_min(0)
        return low, torch.where((self.radius > 0)[:, None], count, 0)


def _runs(total: Tensor, limit: int) -> list[Tensor]:
    """Cut the pieces into runs of at most about `limit` candidate blocks."""
    run = torch.div(torch.cumsum(total, 0) - total, limit, rounding_mode="floor")
    sizes = torch.unique_consecutive(run, return_counts=True)[1]
    return list(torch.split(torch.arange(len(total), device=total.device), sizes.tolist()))


@dataclass(frozen=True)
class _Blocks:
    """Blocks that are searched: the piece of each, and its first pixel, [n] each."""

    piece: Tensor
    x0: Tensor
    y0: Tensor


@dataclass(frozen=True)
class _Frame:
    """The pixels that pieces lie on; some may lie on one that is larger."""

    height: int
    width: int
    parts: Parts | None

    def sides(self, piece: Tensor, side: int) -> Tensor | int:
        """Return the side of each piece's frame; one number where all have the same."""
        return side if self.parts is None else self.parts.sides(piece, side)


def _search(
    net: _Net, pieces: Pieces, blocks: _Blocks, frame: _Frame
) -> tuple[tuple[Tensor, ...], tuple[Tensor, Tensor]]:
    """The hits in these blocks: those near the edge with their nearest points, and those well inside."""
    piece, x0, y0, height, width = blocks.piece, blocks.x0, blocks.y0, frame.height, frame.width
    x, y = x0.to(net.x.dtype), y0.to(net.x.dtype)
    offset = torch.arange(BLOCK, device=x.device)[:, None]
    nearest = _nearest_vertex(net, piece, x, y, offset.to(x.dtype) + 0.5)
    square = nearest.view(x.dtype)
    near = square < ((net.reach + net.slack) ** 2).index_select(0, piece)
    if width % BLOCK or height % BLOCK:
        right, bottom = (frame.sides(piece, side) for side in (width, height))
        near &= ((x0 + offset) < right)[None, :, :] & ((y0 + offset) < bottom)[:, None, :]
    # The nearest vertex bounds the distance from above: closer than this, the pixel is covered whole.
    core = near & (square < ((net.radius - PAD).clamp_min(0) ** 2).index_select(0, piece))
    vertex = nearest.bitwise_and_((1 << _INDEX_BITS) - 1)
    centre_x, centre_y = x + (offset + 0.5), y + (offset + 0.5)
    passed = net.left_to_neighbour(piece, vertex, centre_x[None, :, :], centre_y[:, None, :])
    core_piece, column, row, _ = _pixels(core.logical_and_(~passed), piece, x0, y0)
    cores = core_piece, row.mul_(frame.sides(core_piece, width)).add_(column)
    piece, column, row, kept = _pixels(near.logical_and_(passed.logical_or_(core).logical_not_()), piece, x0, y0)
    s, dx, dy, distance = _nearest_point(pieces, piece, column, row, vertex.view(-1).index_select(0, kept))
    inside = distance < net.reach.index_select(0, piece)
    ends = ((s == 0) | (s == 1)).nonzero().squeeze(1)
    passed = net.left_to_neighbour(*(v.index_select(0, ends) for v in (piece, s * VERTICES, column + 0.5, row + 0.5)))
    inside = inside.index_put_((ends,), inside[ends] & ~passed).nonzero().squeeze(1)
    pixel = row.mul_(frame.sides(piece, width)).add_(column)
    piece, pixel, s, dx, dy, distance = (v.index_select(0, inside) for v in (piece, pixel, s, dx, dy, distance))
    scale = distance.clamp_min(1e-6).reciprocal_()
    dx, dy = dx.mul_(scale), dy.mul_(scale)
    met = (distance < 1e-6).nonzero().squeeze(1)
    across = _across(pieces.powers.index_select(1, piece.index_select(0, met)), s.index_select(0, met))
    return (piece, pixel, s, dx.index_copy_(0, met, across[0]), dy.index_copy_(0, met, across[1]), distance), cores


def _across(powers: Tensor, s: Tensor) -> Tensor:
    """Unit vectors [2, n] across the curves [4, n, 2] at s; upwards where a curve stands still."""
    _, b, c, e = powers.transpose(1, 2).unbind(0)
    x, y = b + s * (2 * c + 3 * s * e)
    speed = torch.hypot(x, y)
    still = speed < 1e-6
    scale = speed.clamp_min(1e-6).reciprocal()
    return torch.stack([torch.where(still, 0.0, -y * scale), torch.where(still, 1.0, x * scale)])


def _pixels(mask: Tensor, piece: Tensor, x0: Tensor, y0: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Piece, column and row of the set places of a mask [4, 4, blocks], and the places themselves."""
    kept = mask.view(-1).nonzero().squeeze(1)
    place = torch.div(kept, len(piece), rounding_mode="floor")
    block = kept - place * len(piece)
    column, row = place & (BLOCK - 1), place >> (BLOCK.bit_length() - 1)
    column, row = column.add_(x0.index_select(0, block)), row.add_(y0.index_select(0, block))
    return piece.index_select(0, block), column, row, kept


def _candidates(net: _Net, low: Tensor, count: Tensor, part: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Blocks of these pieces' boxes that lie near the curve: piece, and the block's first pixel (x, y)."""
    size = count[part]
    total = size[:, 0] * size[:, 1]
    local = torch.repeat_interleave(torch.arange(len(part), device=part.device), total)
    rank = torch.arange(len(local), device=part.device) - (torch.cumsum(total, 0) - total).index_select(0, local)
    columns = size[:, 0].contiguous().index_select(0, local)
    row = torch.div(rank, columns, rounding_mode="floor")
    piece = local + part[0]
    x0 = (rank - row * columns + low[:, 0].contiguous().index_select(0, piece)) * BLOCK
    y0 = (row + low[:, 1].contiguous().index_select(0, piece)) * BLOCK
    return _near(net, piece, x0, y0)


def _near(net: _Net, piece: Tensor, x0: Tensor, y0: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Those of the blocks that the piece comes near."""
    middle_x, middle_y = x0.to(net.x.dtype).add_(BLOCK / 2), y0.to(net.x.dtype).add_(BLOCK / 2)
    best = torch.full_like(middle_x, torch.inf)
    for vertex_x, vertex_y in zip(net.x, net.y, strict=True):
        dx = middle_x - vertex_x.index_select(0, piece)
        dy = middle_y - vertex_y.index_select(0, piece)
        torch.minimum(best, dx.mul_(dx).addcmul_(dy, dy), out=best)
    limit = (net.reach + net.slack + (BLOCK - 1) * 0.5**0.5) ** 2
    kept = (best < limit.index_select(0, piece)).nonzero().squeeze(1)
    return piece.index_select(0, kept), x0.index_select(0, kept), y0.index_select(0, kept)


def _half_plane(table: Tensor, piece: Tensor, x: Tensor, y: Tensor) -> Tensor:
    across, down, constant = (row.index_select(0, piece) for row in table.unbind(0))
    return (across * x + constant).add(down * y)


def _nearest_vertex(net: _Net, piece: Tensor, x: Tensor, y: Tensor, offset: Tensor) -> Tensor:
    """Squared distance [4, 4, blocks] to the nearest vertex as integer bits, the vertex's index in the lowest four.

    Positive floats order like their bits, so one integer minimum finds both.
    """
    bits = torch.int32 if x.dtype == torch.float32 else torch.int64
    square = torch.empty((BLOCK, BLOCK, len(piece)), dtype=x.dtype, device=x.device)
    best = torch.full_like(square, torch.inf).view(bits)
    for index, (vertex_x, vertex_y) in enumerate(zip(net.x, net.y, strict=True)):
        dx = (x - vertex_x.index_select(0, piece)) + offset
        dy = (y - vertex_y.index_select(0, piece)) + offset
        torch.add(dy.mul_(dy)[:, None, :], dx.mul_(dx)[None, :, :], out=square)
        packed = square.view(bits).bitwise_and_(-(1 << _INDEX_BITS)).bitwise_or_(index)
        torch.minimum(best, packed, out=best)
    return best


def _nearest_point(
    pieces: Pieces, piece: Tensor, column: Tensor, row: Tensor, vertex: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Parameter s of the nearest point, the vector from it to the pixel's centre, and its length."""
    dtype = pieces.powers.dtype
    ax, bx, cx, ex = (power.index_select(0, piece) for power in pieces.powers[..., 0].contiguous())
    ay, by, cy, ey = (power.index_select(0, piece) for power in pieces.powers[..., 1].contiguous())
    ax, ay = ax.sub_(column.to(dtype).add_(0.5)), ay.sub_(row.to(dtype).add_(0.5))
    seed = vertex.to(dtype).div_(VERTICES)
    lower, upper = (seed - 1 / VERTICES).clamp_min_(0), (seed + 1 / VERTICES).clamp_max_(1)
    s = seed
    for _ in range(NEWTON_STEPS):
        before = s
        s, speed = _newton((ax, bx, cx, ex), (ay, by, cy, ey), s, lower, upper)
    moved = (s - before).square_().mul_(speed)
    # Where a piece is crossed at very uneven speed, two steps are too few.
    for _ in range(MORE_STEPS):
        late = (moved > LATE**2).nonzero().squeeze(1)
        if late.numel() == 0:
            break
        x, y = (tuple(v.index_select(0, late) for v in axis) for axis in ((ax, bx, cx, ex), (ay, by, cy, ey)))
        before = s.index_select(0, late)
        better, speed = _newton(x, y, before, lower.index_select(0, late), upper.index_select(0, late))
        s = s.index_copy(0, late, better)
        moved = torch.zeros_like(moved).index_copy_(0, late, (better - before).square_().mul_(speed))
    qx, qy, square = _offset((ax, bx, cx, ex), (ay, by, cy, ey), s)
    vertex_x, vertex_y, vertex_square = _offset((ax, bx, cx, ex), (ay, by, cy, ey), seed)
    lost = square > vertex_square
    s, qx, qy = torch.where(lost, seed, s), torch.where(lost, vertex_x, qx), torch.where(lost, vertex_y, qy)
    return s, qx.neg_(), qy.neg_(), torch.minimum(square, vertex_square).sqrt_()


def _newton(
    x: tuple[Tensor, ...], y: tuple[Tensor, ...], s: Tensor, lower: Tensor, upper: Tensor
) -> tuple[Tensor, Tensor]:
    """One safeguarded step towards the nearest point, and the square of the speed where it began."""
    (ax, bx, cx, ex), (ay, by, cy, ey) = x, y
    ux, uy = torch.addcmul(cx, ex, s), torch.addcmul(cy, ey, s)  # c + e s
    qx = torch.addcmul(ax, torch.addcmul(bx, ux, s), s)
    qy = torch.addcmul(ay, torch.addcmul(by, uy, s), s)
    wx, wy = torch.addcmul(ux, ex, s, value=2).mul_(2), torch.addcmul(uy, ey, s, value=2).mul_(2)  # q''
    vx = torch.addcmul(bx, torch.addcmul(wx, ex, s, value=-3), s)  # q' = b + 2 c s + 3 e s^2
    vy = torch.addcmul(by, torch.addcmul(wy, ey, s, value=-3), s)
    speed = (vx * vx).addcmul_(vy, vy)
    slope = vx.mul_(qx).addcmul_(vy, qy)
    curve = wx.mul_(qx).addcmul_(wy, qy).add_(speed)
    # Never steeper than a quarter of the Gauss-Newton step, which also keeps the step downhill.
    curve = torch.maximum(curve, speed * 0.25).clamp_min_(1e-12)
    return torch.minimum(torch.maximum(s - slope.div_(curve), lower), upper), speed


def _offset(x: tuple[Tensor, ...], y: tuple[Tensor, ...], s: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    qx = torch.addcmul(x[0], torch.addcmul(x[1], torch.addcmul(x[2], x[3], s), s), s)
    qy = torch.addcmul(y[0], torch.addcmul(y[1], torch.addcmul(y[2], y[3], s), s), s)
    return qx, qy, (qx * qx).addcmul_(qy, qy)
