//! Points in time as HTTP dates.

/// Seconds since 1970 as an IMF-fixdate (RFC 9110, 5.6.7), at most in the year 9999.
pub(super) fn http_date(seconds: u64) -> String {
    const END_OF_9999: u64 = 253_402_300_799;
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = [
        "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb",
    ];
    let seconds = seconds.min(END_OF_9999);
    let (days, time) = (seconds / 86_400, seconds % 86_400);
    // Years that begin in March, counted in eras of 400 years from 0000-03-01.
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year_of_era + u64::from(month >= 10);
    let name = |list: &[&'static str], at: u64| usize::try_from(at).map_or("", |at| list[at]);
    format!(
        "{}, {day:02} {} {year:04} {:02}:{:02}:{:02} GMT",
        name(&DAYS, days % 7),
        name(&MONTHS, month),
        time / 3_600,
        time / 60 % 60,
        time % 60,
    )
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::http_date;

    #[test]
    fn dates_as_httpdate_prints_them() {
        // Every day from 1970 to 2400, at a time that differs from day to day, and both ends.
        let days = (0..157_000_u64).map(|day| day * 86_400 + day * 7_919 % 86_400);
        for seconds in days.chain([0, 951_782_399, 951_782_400, 253_402_300_799]) {
            let time = UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(
                http_date(seconds),
                httpdate::fmt_http_date(time),
                "{seconds}"
            );
        }
        assert_eq!(http_date(253_402_300_800), "Fri, 31 Dec 9999 23:59:59 GMT");
    }
}
