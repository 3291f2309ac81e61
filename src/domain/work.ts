/** Long work in pieces: each `yield` is a place where it may pause, or be dropped for good. Who does it decides about time. */
export type Work<Result> = Generator<undefined, Result, undefined>;
