import { expect } from '@open-wc/testing';
import { isCallbackError } from '../../../src/domain/errors.js';
import { BaseElement } from '../../../src/internal/base-element.js';
import { defineElement, defineOnImport, isOurs } from '../../../src/internal/define.js';
import type { DefinableElement } from '../../../src/internal/define.js';
import { VERSION } from '../../../src/internal/version.js';
import { takeConsole } from '../../support/console.js';

let count = 0;
const freshTag = (): string => `define-test-${++count}`;

/** A class of ours with a tag nobody has yet. */
function freshClass(tag = freshTag()): DefinableElement & Pick<typeof BaseElement, 'define'> {
  return class FreshElement extends BaseElement {
    static override readonly tag = tag;
  };
}

function errorOf(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('define', () => {
  it('registers under the class’s own tag', () => {
    const element = freshClass();
    element.define();
    expect(customElements.get(element.tag)).to.equal(element);
  });

  it('says nothing when the class is defined twice', () => {
    const element = freshClass();
    element.define();
    element.define();
    expect(customElements.get(element.tag)).to.equal(element);
  });

  it('registers a subclass under another tag, as often as asked', () => {
    const element = freshClass();
    const [first, second] = [freshTag(), freshTag()];
    element.define(first);
    element.define(second);
    element.define(first);
    element.define();
    expect(document.createElement(first)).to.be.instanceOf(element);
    expect(document.createElement(second)).to.be.instanceOf(element);
    expect(customElements.get(element.tag)).to.equal(element);
  });

  it('leaves another copy of this library where it is and names both versions', () => {
    const tag = freshTag();
    const other = class extends HTMLElement {};
    Object.defineProperty(other, Symbol.for('callback-elements.version'), { value: '0.0.9' });
    customElements.define(tag, other);
    freshClass(tag).define();
    expect(customElements.get(tag)).to.equal(other);
    expect(takeConsole().join()).to.contain('0.0.9').and.to.contain(VERSION);
  });

  it('throws when a stranger holds the tag, with what to do', () => {
    const tag = freshTag();
    class Stranger extends HTMLElement {}
    customElements.define(tag, Stranger);
    const error = errorOf(() => freshClass(tag).define());
    expect(isCallbackError(error) && error.code).to.equal('tag-taken');
    expect((error as Error).message)
      .to.contain(`<${tag}>`)
      .and.to.contain('Stranger')
      .and.to.contain(`.define('my-${tag}')`);
  });

  it('does nothing where there is no registry', () => {
    expect(() => defineElement(freshClass(), 'no-registry-here', undefined)).not.to.throw();
  });
});

describe('importing a define module', () => {
  it('tells of a taken tag on the console and goes on', () => {
    const tag = freshTag();
    customElements.define(tag, class Stranger extends HTMLElement {});
    defineOnImport(freshClass(tag));
    expect(takeConsole().join()).to.contain(`<${tag}>`);
  });

  it('lets every other error out', () => {
    const broken = {
      define(): void {
        throw new TypeError('broken');
      },
    };
    expect(() => defineOnImport(broken)).to.throw(TypeError);
  });
});

describe('the check that a tag is ours', () => {
  it('knows free, ours and foreign', () => {
    const [free, ours, foreign] = [freshClass(), freshClass(), freshClass()];
    ours.define();
    customElements.define(foreign.tag, class extends HTMLElement {});
    expect([isOurs(free), isOurs(ours), isOurs(foreign)]).to.deep.equal([false, true, false]);
  });
});
