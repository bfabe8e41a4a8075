//! What the learner has done: the review log and folds over it. Pure: time is an argument.
