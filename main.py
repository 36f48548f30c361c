"""Run Deeplemma: `python main.py` opens the game, `python main.py --help` lists the commands."""

import sys

if __name__ == "__main__":  # workers import this file, too, and need nothing of it
    from game.commands.cli import main

    sys.exit(main(sys.argv[1:]))
