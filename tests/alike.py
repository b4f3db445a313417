"""How alike two pictures of a window are, as a number up to 1.

    python3 alike.py ONE OTHER

Grey and small, so that letters of another system do not matter; the place of the frame does not,
either: the best of some shifts counts. The same screen has about 0.8, another one below 0.4, a blank
one 0 (correlation of the greys). Needs ImageMagick.
"""

import subprocess
import sys

WIDTH, HEIGHT = 96, 60
ACROSS, DOWN = 2, 3


def greys(path):
    done = subprocess.run(
        ["convert", path, "-colorspace", "gray", "-blur", "0x3", "-resize", f"{WIDTH}x{HEIGHT}!",
         "-depth", "8", "gray:-"], stdout=subprocess.PIPE, check=True)
    return done.stdout


def correlation(one, other):
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    one, other = [value - mean_one for value in one], [value - mean_other for value in other]
    size = (sum(value * value for value in one) * sum(value * value for value in other)) ** 0.5
    return sum(a * b for a, b in zip(one, other)) / size if size else 0.0


def part(greys, across, down):
    rows = range(DOWN + down, HEIGHT - DOWN + down)
    return [value for row in rows
            for value in greys[row * WIDTH + ACROSS + across:(row + 1) * WIDTH - ACROSS + across]]


def alike(one, other):
    middle, other = part(greys(one), 0, 0), greys(other)
    return max(correlation(middle, part(other, across, down))
               for across in range(-ACROSS, ACROSS + 1) for down in range(-DOWN, DOWN + 1))


if __name__ == "__main__":
    print(f"{alike(*sys.argv[1:3]):.2f}")
