"""Things that rules draw: each name leads to a painter, a function that lays shapes on an easel.

Where something new is added:

* a **thing, building or vehicle**: a painter `(Easel, Look) -> None` in the module of its subject, and a row of the
  table `KINDS` at the module's end, `Kind("anvil, iron anvil", anvil, "blacksmith")`; `kinds` says what else rows have
* a module with such a table: `tables` lists it, in `THINGS` if what befalls houses (fire, ruin, ghosts) does not
  befall what it draws
* an **animal or monster**: a row in the table of its form, in `fauna`, `birds`, `sealife`, `bugs`, `reptiles`,
  `dragons`, `spirits`, `monsters` and the others that `bestiary` names; it needs no painter of its own
* a **place**: a row in `pixdraw.proposals.scenes.places`; what stands only in places is in `scenic` and `indoors`

`easel`, `look`, `forms`, `fittings`, `stamps` and `anatomy` have the shapes, colours and parts that painters share.
Each name is in one table only. The tests draw each row.
"""
