//! What `play` understands. One file for two programs: the runner reads the command line before
//! anything is compiled, so that help and bad input need no waiting, and then `play` itself.

use std::path::PathBuf;

/// Everything after `cargo xtask play`.
#[derive(clap::Args, Clone, Debug)]
#[command(after_help = "Examples:\n  \
    cargo xtask play tokens \"Once upon a time\"\n  \
    cargo xtask play neighbours fox\n  \
    cargo xtask play next \"Once upon a\"\n  \
    cargo xtask play attention \"There was a goat called Wynn. One morning Wynn\"\n  \
    cargo xtask play write \"Once upon a time\"\n  \
    cargo xtask play story\n\n\
    Exit codes: 0 it worked, 1 a section's code did something wrong, 2 could not run.")]
pub struct Args {
    /// What to look at
    #[command(subcommand)]
    pub command: Command,

    /// Another model than the course's: the folder of any GPT-2, as Hugging Face publishes it
    ///
    /// It holds config.json, model.safetensors and tokenizer.json. GPT-2 itself works too, with
    /// its 50,257 tokens: the same code computes it, only larger.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub model: Option<PathBuf>,
}

/// What there is to look at.
#[derive(clap::Subcommand, Clone, Debug)]
pub enum Command {
    /// How a text is cut into tokens, and their ids
    ///
    /// On a terminal each token has a background of its own. Into a pipe goes one line for each
    /// token, `id<TAB>"piece"`: the quotes show spaces, and bytes that are no text stand as \xF0.
    #[command(after_help = "Examples:\n  \
        cargo xtask play tokens \"Once upon a time\"\n  \
        cargo xtask play tokens \"strawberry  STRAWBERRY 12345 😉\"")]
    Tokens(TextOnly),

    /// The words whose vectors point the same way as a word's
    ///
    /// Looks up the word's row in the embedding table and finds the rows with the highest cosine.
    /// In a running text a word follows a space, and the space is part of its token: for `cat`
    /// the token \" cat\" is taken when there is one.
    #[command(
        visible_alias = "neighbors",
        after_help = "Examples:\n  \
        cargo xtask play neighbours fox\n  \
        cargo xtask play neighbours red --count 20"
    )]
    Neighbours(Neighbours),

    /// What the model expects next: the distribution over all tokens, as bars
    ///
    /// Without options it is the model's own distribution. With a temperature, top-k or top-p you
    /// see what each of them does to it, in that order, and how much each one removes.
    #[command(after_help = "Examples:\n  \
        cargo xtask play next \"Once upon a\"\n  \
        cargo xtask play next \"The fox was very\" --temperature 2\n  \
        cargo xtask play next \"The fox was very\" --top-k 5 --top-p 0.9")]
    Next(Next),

    /// Where each token looks: one attention head as a heat map
    ///
    /// A row is a token, and its cells say how much of its attention goes to each token before
    /// it and to itself; a row sums to 1. Layers and heads are counted from 0, as in the names of
    /// the tensors (h.0.attn). Without options the head that looks back furthest is shown.
    #[command(after_help = "Examples:\n  \
        cargo xtask play attention \"There was a goat called Wynn. One morning Wynn\"\n  \
        cargo xtask play attention \"The fox had a red ball.\" --layer 1 --head 2\n  \
        cargo xtask play attention \"The fox had a red ball.\" --svg ball.svg")]
    Attention(Attention),

    /// The model goes on writing where your text ends
    ///
    /// Each token is drawn from the distribution that `play next` shows, put at the end, and the
    /// model runs again, with its KV cache for all that came before. It stops at <|endoftext|>,
    /// at --max-tokens, or when the context is full.
    #[command(after_help = "Examples:\n  \
        cargo xtask play write \"Once upon a time\"\n  \
        cargo xtask play write \"Once upon a time\" --temperature 0\n  \
        cargo xtask play write \"Once upon a time\" --seed 7 --no-cache")]
    Write(Write),

    /// A story written twice, with the KV cache and without: the work and the speed side by side
    ///
    /// The text is the same, since a cache changes nothing but the work: how many rows of keys
    /// and values were computed, and how many tokens a second that leaves.
    #[command(after_help = "Examples:\n  \
        cargo xtask play story\n  \
        cargo xtask play story \"Far away, behind seven hills\" --seed 9")]
    Story(Story),
}

/// A text, and nothing else.
#[derive(clap::Args, Clone, Debug)]
pub struct TextOnly {
    /// The text; several words need no quotes
    #[arg(required = true, value_name = "TEXT", value_parser = not_empty)]
    pub text: Vec<String>,
}

/// `play neighbours`.
#[derive(clap::Args, Clone, Debug)]
pub struct Neighbours {
    /// The word
    #[arg(value_name = "WORD", value_parser = not_empty)]
    pub word: String,
    /// How many neighbours
    #[arg(long, short = 'n', default_value = "10", value_name = "N", value_parser = at_least_one)]
    pub count: usize,
}

/// `play next`.
#[derive(clap::Args, Clone, Debug)]
pub struct Next {
    /// The text; several words need no quotes. <|endoftext|> is put before it, as in training
    #[arg(required = true, value_name = "TEXT", value_parser = not_empty)]
    pub text: Vec<String>,
    /// Below 1 the likely tokens gain, above 1 the unlikely ones; 0 leaves only the likeliest
    #[arg(long, default_value = "1", value_name = "T", allow_hyphen_values = true, value_parser = temperature)]
    pub temperature: f32,
    /// Keep only the K likeliest tokens
    #[arg(long, value_name = "K", allow_hyphen_values = true, value_parser = at_least_one)]
    pub top_k: Option<usize>,
    /// Keep the smallest set of tokens that reaches the share P
    #[arg(long, default_value = "1", value_name = "P", allow_hyphen_values = true, value_parser = share)]
    pub top_p: f32,
    /// How many bars
    #[arg(long, short = 'n', default_value = "10", value_name = "N", value_parser = at_least_one)]
    pub count: usize,
}

/// `play attention`.
#[derive(clap::Args, Clone, Debug)]
pub struct Attention {
    /// The text; several words need no quotes. <|endoftext|> is put before it, as in training
    #[arg(required = true, value_name = "TEXT", value_parser = not_empty)]
    pub text: Vec<String>,
    /// The layer, counted from 0
    #[arg(long, value_name = "L")]
    pub layer: Option<usize>,
    /// The head in that layer, counted from 0
    #[arg(long, value_name = "H")]
    pub head: Option<usize>,
    /// Also draw the whole map as a picture into this file
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
}

/// `play write`.
#[derive(clap::Args, Clone, Debug)]
pub struct Write {
    /// How it begins; several words need no quotes. <|endoftext|> is put before it, as in training
    #[arg(required = true, value_name = "TEXT", value_parser = not_empty)]
    pub text: Vec<String>,
    /// Below 1 the likely tokens gain, above 1 the unlikely ones; 0 always takes the likeliest
    #[arg(long, default_value = "0.8", value_name = "T", allow_hyphen_values = true, value_parser = temperature)]
    pub temperature: f32,
    /// Choose among the K likeliest tokens only
    #[arg(long, value_name = "K", allow_hyphen_values = true, value_parser = at_least_one)]
    pub top_k: Option<usize>,
    /// Choose among the smallest set of tokens that reaches the share P
    #[arg(long, default_value = "1", value_name = "P", allow_hyphen_values = true, value_parser = share)]
    pub top_p: f32,
    /// The same seed writes the same text; without one, each run draws its own and names it
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Stop after so many tokens
    #[arg(long, default_value = "200", value_name = "N", value_parser = at_least_one)]
    pub max_tokens: usize,
    /// Keep no keys and values: compute everything anew for each token, to see what it costs
    #[arg(long)]
    pub no_cache: bool,
}

/// `play story`.
#[derive(clap::Args, Clone, Debug)]
pub struct Story {
    /// How it begins; "Once upon a time" when left out
    #[arg(value_name = "TEXT", value_parser = not_empty)]
    pub text: Vec<String>,
    /// Below 1 the likely tokens gain, above 1 the unlikely ones; 0 always takes the likeliest
    #[arg(long, default_value = "0.8", value_name = "T", allow_hyphen_values = true, value_parser = temperature)]
    pub temperature: f32,
    /// Another seed, another story
    #[arg(long, default_value = "1", value_name = "N")]
    pub seed: u64,
    /// Stop after so many tokens
    #[arg(long, default_value = "250", value_name = "N", value_parser = at_least_one)]
    pub max_tokens: usize,
}

impl Command {
    /// The ids of the sections whose code it runs.
    pub fn sections(&self) -> &'static [&'static str] {
        match self {
            Command::Tokens(_) => &["1.3", "1.4"],
            Command::Neighbours(_) => &["1.3", "1.4", "1.7"],
            Command::Attention(_) => &["1.3", "1.4", "1.6", "1.8", "2.2", "2.4", "2.5"],
            Command::Next(_) => &["1.3", "1.4", "1.6", "1.8", "2.1", "2.2", "2.3", "2.4", "2.5"],
            Command::Write(args) if args.no_cache => {
                &["1.3", "1.4", "1.6", "1.8", "2.1", "2.2", "2.3", "2.4", "2.5"]
            }
            Command::Write(_) | Command::Story(_) => {
                &["1.3", "1.4", "1.6", "1.8", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"]
            }
        }
    }
}

fn not_empty(text: &str) -> Result<String, String> {
    match text.is_empty() {
        true => Err("it is empty; expected some text, such as \"Once upon a time\"".to_owned()),
        false => Ok(text.to_owned()),
    }
}

fn temperature(text: &str) -> Result<f32, String> {
    number(text).filter(|t| *t >= 0.0).ok_or_else(|| {
        "expected a number from 0 (always the likeliest) upwards, such as 0.8".to_owned()
    })
}

fn share(text: &str) -> Result<f32, String> {
    number(text)
        .filter(|p| *p > 0.0 && *p <= 1.0)
        .ok_or_else(|| "expected a share above 0 and up to 1, such as 0.9".to_owned())
}

fn number(text: &str) -> Option<f32> {
    text.parse().ok().filter(|number: &f32| number.is_finite())
}

fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|&n| n >= 1)
        .ok_or_else(|| "expected a whole number from 1 upwards".to_owned())
}
