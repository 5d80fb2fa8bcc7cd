//! The other GELU
//!
//! This is what you get with the exact GELU, x/2 · (1 + erf(x/√2)). GPT-2 was trained with the
//! tanh form; the two are at most 0.00047 apart, too little to notice in a story and enough to
//! fail. PyTorch's GELU is the one with erf unless told otherwise.

pub fn gelu(x: f32) -> f32 {
    let (x, z) = (f64::from(x), f64::from(x) / 2f64.sqrt());
    // erf by its series, and 1 where the series would need too many terms
    let mut erf = z.signum();
    if z.abs() < 4.0 {
        let mut term = z;
        erf = z;
        for n in 1..120 {
            term *= -z * z / n as f64;
            erf += term / (2 * n + 1) as f64;
        }
        erf *= 2.0 / std::f64::consts::PI.sqrt();
    }
    (x / 2.0 * (1.0 + erf)) as f32
}
