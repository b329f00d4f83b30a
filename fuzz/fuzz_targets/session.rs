#![no_main]

use kx_modifier::Wording;
use kx_modifier::api::{Session, Value};

// The first line opens the appointment; each later one is tried as a line, in every way there is.
libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut lines = text.lines().map(Value::from_json);
    let Some(Ok(context)) = lines.next() else { return };
    let Ok(mut session) = Session::open(context) else { return };
    for line in lines.flatten() {
        let decided = session.decide(line.clone(), &Wording::ENGLISH).is_ok();
        let before = session.lines(&Wording::ENGLISH).len();
        let (added, updated) = (session.add(line.clone(), &Wording::ENGLISH).is_ok(), session.update(line.clone(), &Wording::ENGLISH).is_ok());
        assert!(decided || !(added || updated));
        assert_eq!(session.lines(&Wording::ENGLISH).len(), before + usize::from(added));
        let _ = session.set_other_used(Value::Text("OT".to_owned()), line, &Wording::ENGLISH);
        let _ = session.thresholds(&Wording::ENGLISH);
    }
});
