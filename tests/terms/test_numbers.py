from comity import terms
from comity.terms.numbers import Numbers

TABLE = terms.load().table(Numbers)


def test_scales_are_multiples_of_ten_or_dozens() -> None:
    assert all(scale == 12 or scale % 100 == 0 for scale in [*TABLE.scales.values(), *TABLE.abbreviated.values()])


def test_shares_are_parts_of_one_and_factors_are_not() -> None:
    assert all(0 < share < 1 for share in TABLE.shares.values())
    assert all(factor >= 2 or factor == 0.5 for factor in TABLE.times.values())
