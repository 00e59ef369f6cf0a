//! Points in time as HTTP dates, and as seconds.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Serialize, Serializer};

/// A point in time as an HTTP date, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), for headers, members and texts.
///
/// A time before 1970 is the start of 1970, and one after the year 9999 is the end of 9999.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
///
/// use errcode_core::HttpDate;
///
/// let time = UNIX_EPOCH + Duration::from_secs(784_111_777);
/// assert_eq!(HttpDate::from(time).to_string(), "Sun, 06 Nov 1994 08:49:37 GMT");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpDate(u64);

impl HttpDate {
    /// The date of a field, for `#[api(public, with = HttpDate::of)]`.
    pub fn of(time: &SystemTime) -> Self {
        Self(unix_seconds(time))
    }
}

impl From<SystemTime> for HttpDate {
    fn from(time: SystemTime) -> Self {
        Self::of(&time)
    }
}

impl fmt::Display for HttpDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&http_date(self.0))
    }
}

impl Serialize for HttpDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Whole seconds since 1970, for `#[api(public, with = unix_seconds)]`. A time before 1970 is 0.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
///
/// assert_eq!(errcode_core::unix_seconds(&(UNIX_EPOCH + Duration::from_millis(1_500))), 1);
/// ```
pub fn unix_seconds(time: &SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs()
}

const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// In the order in which the calculation counts them.
const MONTHS: [&str; 12] = [
    "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb",
];

/// Seconds since 1970 as an IMF-fixdate (RFC 9110, 5.6.7), at most in the year 9999.
fn http_date(seconds: u64) -> String {
    const END_OF_9999: u64 = 253_402_300_799;
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

/// The seconds since 1970 of a date that [`http_date`] wrote.
pub(super) fn seconds_of(date: &str) -> Option<u64> {
    // `Sun, 06 Nov 1994 08:49:37 GMT`
    let number = |at: std::ops::Range<usize>| date.get(at)?.parse::<u64>().ok();
    let (day, year) = (number(5..7)?, number(12..16)?);
    let month = MONTHS
        .iter()
        .position(|month| date.get(8..11) == Some(*month))?;
    let month = u64::try_from(month).ok()?;
    let time = number(17..19)? * 3_600 + number(20..22)? * 60 + number(23..25)?;
    let year = year.checked_sub(u64::from(month >= 10))?;
    let (era, year_of_era) = (year / 400, year % 400);
    let day_of_year = (153 * month + 2) / 5 + day.checked_sub(1)?;
    let day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = (era * 146_097 + day_of_era).checked_sub(719_468)?;
    let seconds = days * 86_400 + time;
    // A date that no calendar has is written in another way.
    (http_date(seconds) == date).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::{http_date, seconds_of};

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
            assert_eq!(seconds_of(&http_date(seconds)), Some(seconds));
        }
        assert_eq!(http_date(253_402_300_800), "Fri, 31 Dec 9999 23:59:59 GMT");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for bad in [
            "",
            "Sun, 06 Nov 1994",
            "Mon, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sat, 30 Feb 2024 00:00:00 GMT",
            "Sun, 06 Nov 1994 08:99:37 GMT",
            "Sun, 06 Jan 0000 08:49:37 GMT",
            "Sun, é6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 UTC",
        ] {
            assert_eq!(seconds_of(bad), None, "{bad}");
        }
    }
}
