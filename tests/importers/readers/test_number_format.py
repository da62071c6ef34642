import pytest

from giar_site.importers.readers.number_format import BUILT_IN, Seen, seen

SEEN = [
    ("56", "General", Seen("56")),
    ("56.0", "General", Seen("56")),
    ("5.6E1", "General", Seen("56")),
    ("40984.519999999997", "General", Seen("40984.52")),
    ("0.30000000000000004", "General", Seen("0.3")),
    ("-14", "General", Seen("-14")),
    ("-0", "General", Seen("0")),
    ("100", "General", Seen("100")),
    ("1234567", "#,##0", Seen("1234567")),
    ("396.24", "0.00", Seen("396.24")),
    ("396.2", "0.00", Seen("396.2")),
    ("396.245", "0.00", Seen("396.245", "396.25")),
    ("56.4", "0", Seen("56.4", "56")),
    ("40984.52", '0.00"万元"', Seen("40984.52万元")),
    ("8", '0"件"', Seen("8件")),
    ("8", 'General"件"', Seen("8件")),
    ("8", "0件", Seen("8件")),
    ("155", "+0;-0;0", Seen("+155")),
    ("-14", "+0;-0;0", Seen("-14")),
    ("-14", "#,##0_);(#,##0)", Seen("-14")),
    ("-14", "0;[Red]0", Seen("-14")),
    ("0", "0;-0;;@", Seen("0", "(空白)")),
    ("0", '0;-0;"-"', Seen("0", "-")),
    ("5", ";;;", Seen("5", "(空白)")),
    ("0.9338", "0.00%", Seen("93.38%")),
    ("0.93384", "0.00%", Seen("93.384%", "93.38%")),
    ("12000", "0,", Seen("12000", "0,")),
    ("5", "[$¥-804]#,##0.00", Seen("¥5")),
    ("5", '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', Seen("¥5")),
    ("5", "[DBNum1]0", Seen("5", "0")),
    ("2", "# ?/?", Seen("2", "#?/?")),
    ("44225", "yyyy-mm-dd", Seen("2021-01-29", date=True)),
    ("44225", 'yyyy"年"m"月"d"日"', Seen("2021-01-29", date=True)),
    ("44225.625", "yyyy/m/d h:mm", Seen("2021-01-29 15:00", date=True)),
    ("0.625", "h:mm", Seen("15:00", date=True)),
    ("1", "yyyy-mm-dd", Seen("1900-01-01", date=True)),
    ("61", "yyyy-mm-dd", Seen("1900-03-01", date=True)),
    ("-5", "yyyy-mm-dd", Seen("-5")),
    ("99999999", "yyyy-mm-dd", Seen("99999999")),
    ("44225", BUILT_IN[14], Seen("2021-01-29", date=True)),
    ("1E+400000000", "0", Seen("1E+400000000")),
    ("NaN", "0", Seen("NaN")),
    ("abc", "0", Seen("abc")),
    ("5", "", Seen("5")),
]


@pytest.mark.parametrize(("raw", "code", "expected"), SEEN)
def test_a_number_reads_as_a_person_sees_it_and_says_what_its_format_hides(raw: str, code: str, expected: Seen) -> None:
    assert seen(raw, code, since_1904=False) == expected


def test_days_of_the_1904_calendar_are_counted_from_its_first() -> None:
    assert seen("42763", "yyyy-mm-dd", since_1904=True) == Seen("2021-01-29", date=True)
