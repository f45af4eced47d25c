from pixdraw.cli import main

main()
