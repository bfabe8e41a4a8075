//! When two ways of writing a name are the same name: the checker asks it of a deck's mix-ups, grading of
//! what a learner types.
//!
//! What does not count: case; accents and other marks; how a letter looks (full-width, raised, a ligature);
//! spaces, hyphens and all other punctuation; signs that nobody sees; and a leading "the". So "A-22", "a22"
//! and "Ａ 22" are one name.
//!
//! What counts: the marks that turn a kana into another (か and が), vowel signs of Indic and other scripts,
//! and the signs of [`SIGNS`]. Of Cyrillic letters й is и and ё is е, as in many a Russian text; two names
//! that differ in nothing else are rarer than a keyboard without them.

use super::interaction::TextEntry;
use super::model::Deck;
use super::normal::{Form, Normalize};

/// Signs that part one name from another, as "C++" from "C".
const SIGNS: [char; 8] = ['+', '#', '&', '%', '@', '$', '€', '£'];
/// Words that say nothing around a name: articles and prepositions, and what an apostrophe leaves behind, by
/// the primary tag of their language. None that turns a meaning round, says "or", or tells of another place
/// ("near").
const EMPTY_WORDS: [(&str, &[&str]); 7] = [
    ("en", &["a", "an", "the", "of", "in", "on", "at", "by", "from", "to", "for", "with", "s"]),
    (
        "de",
        &[
            "der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines", "einem", "einen",
            "von", "vom", "in", "im", "aus", "an", "am", "bei", "zu", "zum", "zur", "für", "mit",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "à", "au", "aux", "en", "dans",
            "par", "pour", "avec", "sur",
        ],
    ),
    ("es", &["el", "la", "los", "las", "un", "una", "de", "del", "a", "al", "en", "por", "para", "con"]),
    (
        "it",
        &[
            "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "di", "d", "del", "dello", "della",
            "dei", "degli", "delle", "da", "dal", "dalla", "in", "nel", "nella", "a", "al", "alla", "per",
            "con", "su",
        ],
    ),
    (
        "pt",
        &["o", "a", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "em", "no", "na", "por", "com"],
    ),
    ("nl", &["de", "het", "een", "van", "in", "uit", "op", "te", "aan", "bij", "voor", "met"]),
];
/// How many words in a row are looked up as one entry of a list of words around a name.
const WORDS_AROUND_AT_ONCE: usize = 4;

/// How the names of a deck are told apart.
#[derive(Clone, Copy, Debug)]
pub struct Spelling<'d> {
    deck: &'d Deck,
    normalize: Normalize,
}

impl<'d> Spelling<'d> {
    /// The spelling of a deck's names.
    pub const fn new(deck: &'d Deck, normalize: Normalize) -> Self {
        Self { deck, normalize }
    }

    /// A name without what does not count; empty if nothing is left.
    pub fn folded(&self, text: &str) -> String {
        self.name(text).letters
    }

    /// A name without what does not count, and where its words end.
    pub fn name(&self, text: &str) -> Name {
        let mut name = Name::default();
        let plain = if text.chars().all(is_unmarked) { text.to_owned() } else { self.without_accents(text) };
        for word in without_the(&plain).split(|c: char| !is_kept(c)) {
            // Nothing grows together that stood apart.
            let word = word.trim_start_matches(is_within_syllable);
            for c in word.chars().flat_map(char::to_lowercase) {
                push_folded(&mut name.letters, c);
            }
            if name.letters.len() > name.ends.last().copied().unwrap_or(0) {
                name.ends.push(name.letters.len());
            }
        }
        name
    }

    fn without_accents(&self, text: &str) -> String {
        let apart = (self.normalize)(text, Form::Apart);
        let bare: String = apart.chars().filter(|c| !is_accent(*c)).collect();
        (self.normalize)(&bare, Form::Together)
    }

    /// A text as it looks: letters together with their marks, in small, and blanks as one.
    pub fn as_seen(&self, text: &str) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if text.is_ascii() { text } else { (self.normalize)(&text, Form::Together) }
    }

    /// The words that say nothing around the names of an item, folded: those of the deck's language, of the
    /// deck's list and of the item's own. A mix-up is never among them. Where a word of the deck's list is an
    /// accepted form of the item, such words do say something, and that list rests.
    pub fn around(&self, entry: &TextEntry) -> Vec<String> {
        let folded = |list: &[String]| list.iter().map(|word| self.folded(word)).collect::<Vec<_>>();
        let accepted = folded(&entry.accepted);
        let mut around = folded(&self.deck.around);
        if around.iter().any(|word| accepted.contains(word)) {
            around.clear();
        }
        around.extend(folded(&entry.around));
        around.extend(self.empty_words().iter().map(|word| self.folded(word)));
        let mix_ups: Vec<String> = entry.mix_ups.iter().map(|mix_up| self.folded(&mix_up.text)).collect();
        around.retain(|word| !mix_ups.contains(word));
        around
    }

    fn empty_words(&self) -> &'static [&'static str] {
        let language = self.deck.language.split('-').next().unwrap_or_default();
        let found = EMPTY_WORDS.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(language));
        found.map_or(&[], |(_, words)| words)
    }

    /// Whether a word, folded, stands in the deck's own texts: its facts, cards, stems and glossary.
    pub fn is_of_deck(&self, word: &str) -> bool {
        texts(self.deck).any(|text| {
            if text.is_ascii() {
                text.split(|c: char| !is_kept(c)).any(|other| other.eq_ignore_ascii_case(word))
            } else {
                self.name(text).words(0, usize::MAX).any(|other| other == word)
            }
        })
    }
}

/// What a learner reads of a deck and is not asked to pick or type.
fn texts(deck: &Deck) -> impl Iterator<Item = &str> {
    let facts = deck.facts.iter().map(|fact| fact.statement.as_str());
    let cards = deck.chapters.iter().flat_map(|chapter| &chapter.cards);
    let cards = cards.flat_map(|card| [card.title.as_str(), card.body.as_str()]);
    let stems = deck.items.iter().map(|item| item.stem.as_str());
    let terms = deck.glossary.iter().flat_map(|term| [term.term.as_str(), term.meaning.as_str()]);
    facts.chain(cards).chain(stems).chain(terms)
}

/// A name without what does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// What counts of it, with nothing between the words.
    pub letters: String,
    /// Where in the letters each word ends, in bytes.
    ends: Vec<usize>,
}

impl Name {
    /// From one word to before another; what is beyond the last word is not there.
    fn run(&self, from: usize, to: usize) -> Option<&str> {
        let end = |words: usize| if words == 0 { Some(0) } else { self.ends.get(words - 1).copied() };
        self.letters.get(end(from)?..end(to)?)
    }

    /// What counts of it from each word on, with where that begins in the letters, in bytes.
    pub(super) fn tails(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.filter_map(|start| Some((start, self.letters.as_bytes().get(start..)?)))
    }

    /// Whether a word ends there in the letters.
    pub(super) fn is_end(&self, bytes: usize) -> bool {
        self.ends.binary_search(&bytes).is_ok()
    }

    /// All runs of so many words.
    pub fn runs(&self, words: usize) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(move |from| self.run(from, from + words))
    }

    fn words(&self, from: usize, to: usize) -> impl Iterator<Item = &str> {
        (from..to.min(self.ends.len())).filter_map(|at| self.run(at, at + 1))
    }

    /// What may be meant: each run of words that is the whole name, or has nothing but words of a list around
    /// it.
    pub fn cores(&self, around: &[String]) -> Vec<Core<'_>> {
        let count = self.ends.len();
        let is_around = |from: usize, to: usize| {
            self.run(from, to).is_some_and(|run| around.iter().any(|word| word == run))
        };
        let mut starts = vec![0];
        for start in 1..count {
            let reach = starts.iter().copied().filter(|from| start - from <= WORDS_AROUND_AT_ONCE);
            if reach.into_iter().any(|from| is_around(from, start)) {
                starts.push(start);
            }
        }
        let mut stops = vec![count];
        for stop in (1..count).rev() {
            let reach = stops.iter().copied().filter(|to| to - stop <= WORDS_AROUND_AT_ONCE);
            if reach.into_iter().any(|to| is_around(stop, to)) {
                stops.push(stop);
            }
        }
        let runs = starts.iter().flat_map(|from| stops.iter().map(move |to| (*from, *to)));
        let runs = runs.filter(|(from, to)| from < to);
        runs.map(|(from, to)| Core { name: self, from, to }).collect()
    }
}

/// A run of a name's words.
#[derive(Clone, Copy, Debug)]
pub struct Core<'n> {
    name: &'n Name,
    from: usize,
    to: usize,
}

impl<'n> Core<'n> {
    /// What counts of it, with nothing between the words.
    pub fn letters(&self) -> &'n str {
        self.name.run(self.from, self.to).unwrap_or_default()
    }

    /// The words, in their order.
    pub fn words(&self) -> impl Iterator<Item = &'n str> {
        self.name.words(self.from, self.to)
    }

    /// How many words of the name stand around it.
    pub fn left_out(&self) -> usize {
        self.name.ends.len() - (self.to - self.from)
    }
}

/// A text without a "the" before its first word.
fn without_the(text: &str) -> &str {
    let text = text.trim_start_matches(|c| !is_kept(c));
    match text.split_once(char::is_whitespace) {
        Some((the, rest)) if the.eq_ignore_ascii_case("the") && rest.contains(is_kept) => rest,
        _ => text,
    }
}

/// Whether a character is part of a word.
fn is_kept(c: char) -> bool {
    // Apostrophes that count as letters of a kind, and the stroke that stretches an Arabic word.
    let is_mute_letter = ('\u{2B9}'..='\u{2BF}').contains(&c) || c == '\u{640}';
    c.is_alphanumeric() && !is_mute_letter || SIGNS.contains(&c)
}

/// Whether a character is one that has no accent, as nearly all of an English text: of ASCII, or a dash, a dot or
/// a quotation mark, which are no part of a word. Normal forms are slow to ask for.
fn is_unmarked(c: char) -> bool {
    c.is_ascii() || ('\u{2010}'..='\u{2027}').contains(&c)
}

/// Whether a character is the vowel or the end of a Hangul syllable; where the whole syllable is there, they
/// are one character with it.
fn is_within_syllable(c: char) -> bool {
    ('\u{1160}'..='\u{11FF}').contains(&c)
}

/// Whether a character is a mark on a letter that can be left out: accents of all kinds, points of Hebrew and
/// Arabic, and what chooses among two looks of a sign.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{711}' | '\u{730}'..='\u{74A}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}

/// Adds a small letter, and one that no normal form takes apart as it is written without it.
fn push_folded(letters: &mut String, c: char) {
    match plain(c) {
        Some(plain) => letters.push_str(plain),
        None => letters.push(c),
    }
}

/// How people write a letter that is no letter with a mark, on a keyboard without it; and letters that have
/// two looks in small and one as capitals.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ĸ' => "k",
        'ł' => "l",
        'ŋ' => "n",
        'ø' => "o",
        'ŧ' => "t",
        'ı' => "i",
        'ς' => "σ",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}
