"""What a hosted prediction adds to a run: a border that trusts no request, and one folder for all it writes.

`predict.py`, the Cog model, declares the inputs; everything else is here and knows nothing of Cog, but for `schema` and
`local`, which serve the model without Docker.
"""
