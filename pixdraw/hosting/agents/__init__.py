"""pixdraw for programs that use tools: few tools, one folder, and the bounds of hosted requests.

`desk` holds the folder, `tools` what each tool does, `schemas` what it takes; `server` speaks the Model Context
Protocol.
"""
