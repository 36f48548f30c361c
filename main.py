"""Run Deeplemma: `python main.py` opens the game, `python main.py --help` lists the commands."""

import gc
import sys

if __name__ == "__main__":  # workers import this file, too, and need nothing of it
    from game.commands.cli import main

    code = main(sys.argv[1:])
    gc.freeze()  # looking for waste in what is about to go anyway took a sixth of a short command
    sys.exit(code)
