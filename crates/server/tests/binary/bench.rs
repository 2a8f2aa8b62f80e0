//! `grantor bench`: what it measures without a core of its own runs, and tells each figure.

use crate::process::run;

/// The cells of the row that begins with this.
#[track_caller]
fn row(told: &str, name: &str) -> Vec<f64> {
    let begin = format!("| {name} |");
    let line = told.lines().find_map(|line| line.strip_prefix(&begin));
    let cells = line.unwrap_or_else(|| panic!("no {name:?} in {told}"));
    let cells = cells.split('|').map(str::trim);
    cells.filter_map(|cell| cell.parse().ok()).collect()
}

#[test]
fn loading_is_measured_of_each_sort() {
    let told = run(&["bench", "loads", "--grants", "2100"]).with(0);
    for (what, count) in [("members", 105.0), ("products", 210.0), ("grants", 2100.0)] {
        let cells = row(&told, what);
        assert!(
            matches!(cells.as_slice(), [made, rate] if *made == count && *rate > 0.0),
            "{told}"
        );
    }
}

#[test]
fn a_start_is_measured_until_it_answers() {
    let told = run(&["bench", "start", "--grants", "20", "--rounds", "1"]).with(0);
    let cells = row(&told, "20");
    assert!(
        cells.len() == 4 && cells.iter().all(|cell| *cell > 0.0),
        "{told}"
    );
}

#[test]
fn writes_are_measured_by_one_and_by_many() {
    let flags = ["--rounds", "1", "--calls", "2", "--writers", "3"];
    let told = run(&[["bench", "writes"].as_slice(), flags.as_slice()].concat()).with(0);
    for writers in ["grants | 1", "grants | 3"] {
        // How many a second, and how long half and nearly all of them took. CPU may be too little to be counted.
        let cells = row(&told, writers);
        assert!(
            cells.len() == 4 && cells.iter().take(3).all(|cell| *cell > 0.0),
            "{told}"
        );
    }
    assert!(told.contains("3 writers ÷ 1 writer: "), "{told}");
}

#[test]
fn checks_are_measured_beside_writes() {
    let size = ["--grants", "20", "--rounds", "1", "--seconds", "1"];
    let told = run(&[["bench", "beside-writes"].as_slice(), size.as_slice()].concat()).with(0);
    for which in ["alone", "beside 200 writes a second"] {
        let cells = row(&told, which);
        assert!(
            cells.len() == 4 && cells.iter().all(|cell| *cell > 0.0),
            "{told}"
        );
    }
}
