/** What stands in an order: texts by their code units, numbers by their size. */
type Key = string | number;

/** An entry, with the lesser keys to the left and the greater ones to the right. Never changed, so that any number of trees may hold it. */
interface Node<K extends Key, V> {
  readonly key: K;
  readonly value: V;
  readonly left: Tree<K, V>;
  readonly right: Tree<K, V>;
  readonly height: number;
}

/**
 * Entries in the order of their keys; undefined = none. Whatever the keys are and however they came, no entry lies deeper than half as
 * much again as in the flattest tree: the sides of a node differ by one level at most.
 */
export type Tree<K extends Key, V> = Node<K, V> | undefined;

/** The entry of a key. */
export function entryIn<K extends Key, V>(tree: Tree<K, V>, key: K): Node<K, V> | undefined {
  let node = tree;
  while (node !== undefined && node.key !== key) node = key < node.key ? node.left : node.right;
  return node;
}

/** The entry of the greatest key that is not above a limit. */
export function lastUpTo<K extends Key, V>(tree: Tree<K, V>, limit: K): Node<K, V> | undefined {
  let found: Tree<K, V>;
  for (let node = tree; node !== undefined;) {
    if (node.key <= limit) found = node;
    node = node.key <= limit ? node.right : node.left;
  }
  return found;
}

/** The entry of the least key. */
export function firstIn<K extends Key, V>(tree: Tree<K, V>): Node<K, V> | undefined {
  let node = tree;
  while (node?.left !== undefined) node = node.left;
  return node;
}

/** A tree with an entry more, or with another value for its key. */
export function withEntry<K extends Key, V>(tree: Tree<K, V>, key: K, value: V): Node<K, V> {
  if (tree === undefined) return nodeOf({ key, value }, undefined, undefined);
  const { left, right } = tree;
  if (key < tree.key) return balanced(tree, withEntry(left, key, value), right);
  if (key > tree.key) return balanced(tree, left, withEntry(right, key, value));
  return nodeOf({ key, value }, left, right);
}

/** A tree without the entry of a key. */
export function withoutEntry<K extends Key, V>(tree: Tree<K, V>, key: K): Tree<K, V> {
  if (tree === undefined) return undefined;
  const { left, right } = tree;
  if (key < tree.key) return balanced(tree, withoutEntry(left, key), right);
  if (key > tree.key) return balanced(tree, left, withoutEntry(right, key));
  const next = firstIn(right);
  return next === undefined ? left : balanced(next, left, withoutEntry(right, next.key));
}

/** Every entry, the least key first. */
export function* entriesOf<K extends Key, V>(tree: Tree<K, V>): Generator<Node<K, V>, undefined> {
  const above: Node<K, V>[] = [];
  for (let node = tree; node !== undefined || above.length > 0;) {
    for (; node !== undefined; node = node.left) above.push(node);
    const next = above.pop();
    if (next === undefined) break;
    yield next;
    node = next.right;
  }
  return undefined;
}

type Entry<K extends Key, V> = Pick<Node<K, V>, 'key' | 'value'>;

function nodeOf<K extends Key, V>({ key, value }: Entry<K, V>, left: Tree<K, V>, right: Tree<K, V>): Node<K, V> {
  return { key, value, left, right, height: Math.max(heightOf(left), heightOf(right)) + 1 };
}

/** An entry between two trees of which one may have become two levels higher than the other. */
function balanced<K extends Key, V>(entry: Entry<K, V>, left: Tree<K, V>, right: Tree<K, V>): Node<K, V> {
  const lean = heightOf(left) - heightOf(right);
  if (lean > 1 && left !== undefined) {
    const upper = heightOf(left.left) >= heightOf(left.right) ? left : turnedLeft(left);
    return nodeOf(upper, upper.left, nodeOf(entry, upper.right, right));
  }
  if (lean < -1 && right !== undefined) {
    const upper = heightOf(right.right) >= heightOf(right.left) ? right : turnedRight(right);
    return nodeOf(upper, nodeOf(entry, left, upper.left), upper.right);
  }
  return nodeOf(entry, left, right);
}

/** The right side comes up. */
function turnedLeft<K extends Key, V>(node: Node<K, V>): Node<K, V> {
  const { left, right } = node;
  return right === undefined ? node : nodeOf(right, nodeOf(node, left, right.left), right.right);
}

/** The left side comes up. */
function turnedRight<K extends Key, V>(node: Node<K, V>): Node<K, V> {
  const { left, right } = node;
  return left === undefined ? node : nodeOf(left, left.left, nodeOf(node, left.right, right));
}

function heightOf(tree: { readonly height: number } | undefined): number {
  return tree?.height ?? 0;
}
