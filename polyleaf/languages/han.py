"""Which characters of Traditional and of Simplified Chinese stand for each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "han_variants.txt"


@cache
def to_simplified() -> Mapping[str, str]:
    """Characters that Simplified does not write, with those that it writes."""
    lines = FILE.read_text("utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


@cache
def to_traditional() -> Mapping[str, str]:
    """Characters that Traditional does not write, with one that it writes.

    Those that it writes too are left out: 后 (empress), 里 (mile), 面 (face).
    """
    return {
        simplified: traditional
        for traditional, simplified in to_simplified().items()
        if simplified not in IN_BOTH
    }


# Characters that Traditional writes with a meaning of their own (OpenCC, STCharacters.txt), and
# those that are the usual form in Taiwan or Hong Kong (TWVariants.txt, HKVariants.txt).
IN_BOTH = frozenset(
    "亘布占局系私幸杰家佣仆价俊凶胄划胜恤即念吃咽向采涂冢奸娘尸昆岳岩干几厂广吊雕佛后"
    "栗戚欲蒙挲舍挨卷挂折据教旗既升拐查杆棋极矩杠梁朴台柜僵泛污溯泄凌涌准淀沈漓熏呆璇"
    "酸愈症皂杯真困朱埼确御棱种谷范筑蓑帘吁扎弦捆彩致累才膻玩唇修腊庵万叶搜席卜芸姜荐"
    "苹虫蝎蚝蜡蔑同胡里制核托注夸志咨噪丰逾踊跖挽回周游适腌丑糖厘扣巨表旋合板暗辟只云"
    "沾秋千愿刮飧余糊喂松斗哄郁咸面曲党冬出葱蒀床户氲秘涚税愠棁灶敚峰囱悦痴媪叁兑卧榅"
    "粽温脱腽煴群捝么揾蜕雇晒"
)
