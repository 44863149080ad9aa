# SPDX-License-Identifier: Apache-2.0
"""Writes every chart as pictures to look at: ``python -m tests.charts.gallery FOLDER [PART]``."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imsave

from missiondesk.charts.drawing import figure_of, height_for
from missiondesk.charts.palette import PAPER, ChartPalette
from missiondesk.charts.plots import MultiplesPlot, Plot
from missiondesk.language.translator import Translator, translator
from tests.charts.pictures_of import PICTURES
from tests.charts.plots_of import FORECASTS, KINDS

DARK = ChartPalette(
    ground="#14181D",
    ink="#E8EBEF",
    quiet="#A3ADB9",
    hair="#2C333B",
    line="#6B7683",
    observed="#8FB8E8",
    target="#F0905E",
    good="#7CCB98",
    wait="#E0B354",
    bad="#F08A78",
    unknown="#A3ADB9",
)
# Letter, full width of A4, screen.
WIDTHS = {"letter": 330.0, "a4": 468.0, "screen": 760.0}
PAGES = {"portrait": (468.0, 690.0), "landscape": (740.0, 440.0)}
_DOTS = 144


def _figure(
    plot: Plot, width: float, tr: Translator, palette: ChartPalette, scale: float
) -> Figure:
    size = (width, height_for(plot, width, tr, scale))
    return figure_of(plot, size, tr, palette=palette, text_scale=scale)


def pixels(figure: Figure, dots: int = _DOTS) -> npt.NDArray[np.uint8]:
    """The figure in colour as the screen draws it, red, green, blue."""
    figure.set_dpi(dots)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())[:, :, :3].copy()
    figure.set_dpi(72)
    return picture


def grey(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The picture as a printer without colour gives it (Rec. 709 luma)."""
    luma = picture.astype(float) @ np.array([0.2126, 0.7152, 0.0722])
    return np.repeat(luma[:, :, None], 3, axis=2).round().astype(np.uint8)


def main(folder: Path, part: str = "") -> None:
    """Write each chart in Danish and English, in colour and grey, in three widths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, plot in {**PICTURES, **FORECASTS, **KINDS}.items():
        if part not in name:
            continue
        for where, width in WIDTHS.items():
            scale = 1.1 if where == "screen" else 1.0
            for language in ("da", "en"):
                made = pixels(_figure(plot, width, translator(language), PAPER, scale))
                stem = f"{name} {where} {language}".replace(",", "").replace(" ", "-")
                imsave(folder / f"{stem}.png", made)
                imsave(folder / f"{stem}-grey.png", grey(made))
        for where, size in PAGES.items() if isinstance(plot, MultiplesPlot) else ():
            page = figure_of(plot, size, translator("da"))
            imsave(folder / f"{name} {where}.png".replace(" ", "-"), pixels(page))
        dark = pixels(_figure(plot, WIDTHS["screen"], translator("da"), DARK, 1.1))
        imsave(folder / f"{name} dark.png".replace(",", "").replace(" ", "-"), dark)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/charts"), *sys.argv[2:3])
