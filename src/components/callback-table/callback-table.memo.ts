/** A function that gives the same result again for as long as its arguments are the same. */
export function remember<Inputs extends readonly unknown[], Result>(
  make: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
  let last: { readonly inputs: Inputs; readonly result: Result } | undefined;
  return (...inputs) => {
    const known = last;
    if (known?.inputs.every((input, at) => Object.is(input, inputs[at])) !== true) {
      last = { inputs, result: make(...inputs) };
      return last.result;
    }
    return known.result;
  };
}
