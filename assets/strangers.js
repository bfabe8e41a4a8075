// Page translators and other extensions take nodes out of the page and put their own in their place. The
// program does not see that: it would write on into texts that nobody reads, leave words standing that it
// took back, and stop when it is to put something before a node that is gone. Yew holds on to its nodes and
// has no place to ask at, so the three calls by which it changes them look after those that were taken.

/** Of each node that was taken out of the page: from where, what was put in its place, and what stood behind. */
const taken = new WeakMap();

const noteTaken = (changes) => {
  let put = null;
  for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
    if (removedNodes.length === 0) {
      // Some translators put theirs beside a text first, and then take that out.
      put = addedNodes.length === 1 && addedNodes[0].nodeName === "FONT" ? addedNodes[0] : put;
      continue;
    }
    const isBeside = put && (put === previousSibling || put === nextSibling);
    const instead = isBeside ? [put] : [...addedNodes];
    for (const node of removedNodes) taken.set(node, { parent: target, instead, next: nextSibling });
  }
};

const changes = new MutationObserver(noteTaken);
const watchForStrangers = () => changes.observe(document, { childList: true, subtree: true });

// To note each node of a page that the program draws would take as long as to draw it. So from so many nodes on
// nothing is noted until it is drawn: nobody else can do anything meanwhile.
const MANY = 300;
let inserted = 0;
const countInserted = () => {
  inserted += 1;
  // Asked for with the first node, so that it comes before whoever is told of the drawing.
  if (inserted === 1) queueMicrotask(endDrawing);
  if (inserted === MANY) {
    noteTaken(changes.takeRecords());
    changes.disconnect();
  }
};
const endDrawing = () => {
  if (inserted >= MANY) watchForStrangers();
  inserted = 0;
};

/** Where a node was taken from; `undefined` for one that stands in the page. */
const placeOf = (node) => {
  if (node.parentNode) return undefined;
  noteTaken(changes.takeRecords());
  return taken.get(node);
};

/** The child of `parent` that stands where `node` stood, or what comes behind; `null` if that is the end. */
const childAt = (parent, node) => {
  while (node && node.parentNode !== parent) {
    // Either it was wrapped, or it was taken.
    if (parent.contains(node)) node = node.parentNode;
    else {
      const place = placeOf(node);
      node = place?.instead.find((one) => parent.contains(one)) ?? place?.next ?? null;
    }
  }
  return node;
};

/** Takes out what was put in the place of `node`; with `isToStand`, the node comes back there. */
const clear = (node, isToStand) => {
  const { parent, instead = [] } = placeOf(node) ?? {};
  for (const one of instead.filter((one) => one.parentNode === parent)) {
    if (isToStand && !node.parentNode) parent.replaceChild(node, one);
    else one.remove();
  }
};

const { insertBefore, removeChild } = Node.prototype;
const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");

Node.prototype.insertBefore = function (node, next) {
  countInserted();
  if (taken.has(node)) clear(node, false);
  return insertBefore.call(this, node, next && next.parentNode !== this ? childAt(this, next) : next);
};

Node.prototype.removeChild = function (node) {
  if (node.parentNode === this) return removeChild.call(this, node);
  if (this.contains(node)) node.remove();
  else clear(node, false);
  return node;
};

Object.defineProperty(Node.prototype, "nodeValue", {
  ...nodeValue,
  set(value) {
    clear(this, true);
    nodeValue.set.call(this, value);
  },
});
