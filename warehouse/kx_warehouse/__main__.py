"""python -m kx_warehouse: the command."""

from .cli import main

main()
