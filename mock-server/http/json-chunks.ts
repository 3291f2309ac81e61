/** Characters of a chunk, about; a chunk ends with a whole item. */
const CHUNK_LENGTH = 64 * 1024;

/**
 * Writes an object of lists as JSON, piece by piece: an item is turned into text when its turn comes, so that the whole text never
 * exists. What is listed must not change meanwhile.
 */
export function* jsonChunks<T>(
  lists: Iterable<readonly [string, readonly T[]]>,
  write: (item: T) => object,
): Generator<string, void, undefined> {
  let text = '{';
  let isFirstList = true;
  for (const [name, items] of lists) {
    text += `${isFirstList ? '' : ','}${JSON.stringify(name)}:[`;
    isFirstList = false;
    for (const [index, item] of items.entries()) {
      text += (index === 0 ? '' : ',') + JSON.stringify(write(item));
      if (text.length < CHUNK_LENGTH) continue;
      yield text;
      text = '';
    }
    text += ']';
  }
  yield `${text}}`;
}
