from comity.series import Observation
from comity.statistics import asking

LAST = Observation(
    "RUS", "KAZ", "exports", "fob", "", "TOTAL", "", "2020", 1.0, "USD", "2026-11-26", "retrieval", "comtrade", "made"
)


def test_comtrade_is_asked_for_totals_of_a_period() -> None:
    address = asking.comtrade(398, 51, ["2023"])
    for part in ("period=2023", "customsCode=C00", "motCode=0", "partner2Code=0", "/C/A/HS?"):
        assert part in address


def test_imts_and_world_bank_are_asked_by_letters() -> None:
    assert asking.imts("KAZ", "ARM").endswith("/KAZ.XG_FOB_USD+MG_CIF_USD.ARM.A")
    assert "country/KAZ;ARM/indicator/NY.GDP.MKTP.CD?" in asking.worldbank(["KAZ", "ARM"], "NY.GDP.MKTP.CD", 2018, 2023)


def test_what_a_status_means_has_a_name() -> None:
    assert {status: refusal("").name for status, refusal in asking.REFUSALS.items()} == {
        401: "missing_key",
        403: "missing_key",
        429: "too_many_requests",
    }


def test_a_reporter_that_lags_three_years_has_stopped() -> None:
    assert asking.stopped([LAST], "2022") is None
    problem = asking.stopped([LAST], "2023")
    assert problem is not None
    assert "2020" in problem.detail
