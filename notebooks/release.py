"""What the notebooks share: where a release is, its tables, and a font that has Chinese characters."""

import os
import pathlib

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib import font_manager

REGION = os.environ.get("GONGKAI_REGION", "640000")
BASIS = os.environ.get("GONGKAI_BASIS", "bodies")
CODES = ("region_code", "region_code_current", "code", "parent", "form", "from_regime", "to_regime")
FONTS = ("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Serif CJK SC", "Noto Serif CJK JP", "Source Han Sans SC",
         "WenQuanYi Zen Hei", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "SimHei")


def find_home():
    """The home that GONGKAI_HOME names, or the nearest one."""
    named = os.environ.get("GONGKAI_HOME")
    places = [pathlib.Path(named)] if named else [pathlib.Path(p, "gongkai-home") for p in (".", "..")]
    for place in places:
        if (place / "release" / "current").exists():
            return place
    raise SystemExit(f"no release below {', '.join(map(str, places))}: run ./gongkai run data/sample first, or set GONGKAI_HOME")


def use_chinese_font():
    """Takes the first installed font that has Chinese characters: labels must not turn into boxes."""
    installed = {f.name for f in font_manager.fontManager.ttflist}
    for name in FONTS:
        if name in installed:
            plt.rcParams["font.family"] = [name]
            plt.rcParams["axes.unicode_minus"] = False
            return name
    raise SystemExit("no Chinese font is installed; on Debian or Ubuntu: apt-get install fonts-noto-cjk")


class Release:
    """A release: its tables as data frames. Codes stay text: 110000 is a code, not a number."""

    def __init__(self, folder=None):
        self.folder = pathlib.Path(folder) if folder else find_home() / "release" / "current"
        self.number = self.folder.resolve().name

    def table(self, name):
        """A table of the release; a missing figure is NaN and never 0."""
        return pd.read_csv(self.folder / "csv" / f"{name}.csv", encoding="utf-8-sig", low_memory=False,
                           dtype={code: str for code in CODES}, keep_default_na=True)

    def here(self, name, region=REGION, basis=BASIS):
        """The rows of one region and, where a table has one, one basis."""
        rows = self.table(name)
        rows = rows[rows.region_code == region]
        return rows[rows.basis == basis] if "basis" in rows else rows

    def labels(self, language="zh"):
        """Names of the measures."""
        return self.table("measures_dictionary").set_index("measure")[f"label_{language}"]

    def place(self, region=REGION):
        """The newest name of a region."""
        regions = self.table("regions")
        return regions[regions.code == region].name.iloc[-1] if (regions.code == region).any() else region

    def below(self, region=REGION):
        """Codes of a region and of every region below it."""
        regions = self.table("regions")
        codes = {region}
        while True:
            more = codes | set(regions[regions.parent.isin(codes)].code)
            if more == codes:
                return codes
            codes = more


def years_axis(axes, years, unit, title):
    """The axis of years, from 0."""
    axes.set(title=title, xlabel="报告年份", ylabel=unit, xticks=list(years))
    axes.set_ylim(bottom=0)
    return axes


def mark_steps(axes, rows):
    """A vertical line where the definition moved: dashed where it is near, solid where it broke."""
    for row in rows[rows.comparability != "exact"].itertuples():
        axes.axvline(row.report_year - 0.5, linestyle="--" if row.comparability == "near" else "-", color="grey", linewidth=1)
        axes.text(row.report_year - 0.45, axes.get_ylim()[1] * 0.94, {"near": "口径相近", "break": "口径中断"}[row.comparability], fontsize=9)


def agree(ours, published, what, tolerance=1e-9):
    """Stops the notebook where a figure worked out here is not the published one; a missing figure must be missing in both."""
    both = pd.concat([ours.rename("ours"), published.rename("published")], axis=1).astype(float)
    missing = both[both.ours.isna() != both.published.isna()]
    assert missing.empty, f"{what}: a figure is missing on one side only\n{missing}"
    apart = both[(both.ours - both.published).abs() > tolerance]
    assert apart.empty, f"{what}: worked out here and published differ\n{apart}"
    print(f"{what}: {both.published.notna().sum()} figures agree with the release")
