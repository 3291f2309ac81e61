import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { Combobox } from '../../../src/internal/combobox.js';
import type { ComboboxOption, ComboboxView } from '../../../src/internal/combobox.js';
import { addEnglish, LocalizeController } from '../../../src/internal/localize.js';
import { comboboxStyles } from '../../../src/internal/styles/combobox.styles.js';
import { controls } from '../../../src/internal/styles/controls.styles.js';
import { tokens } from '../../../src/internal/styles/tokens.styles.js';
import { fold } from '../../../src/record-index/fold.js';
import { enCustomer } from '../../../src/translations/en-customer.js';
import { words } from '../../support/find.js';

addEnglish(enCustomer);

class ComboboxHost extends LitElement {
  static override styles = [tokens, controls, comboboxStyles];
  view: Partial<ComboboxView> = {};
  value = '';
  readonly changes: string[] = [];
  submits = 0;
  readonly combobox = new Combobox(this, new LocalizeController(this), fold);

  protected override render(): TemplateResult {
    const submit = (event: Event): void => {
      event.preventDefault();
      this.submits += 1;
    };
    return html`<form @submit=${submit}>
      ${this.combobox.render({
        id: 'city',
        label: 'City',
        value: this.value,
        options: CITIES,
        accepts: 'text',
        change: this.#change,
        ...this.view,
      })}<button>Send</button>
    </form>`;
  }

  readonly #change = (value: string): void => {
    this.changes.push(value);
    this.value = value;
    this.requestUpdate();
  };
}
customElements.define('combobox-host', ComboboxHost);

const CITIES: readonly ComboboxOption[] = ['Zürich', 'New York', 'York', 'Yorkshire', 'Paris'].map((value) => ({
  value,
}));
const MANY: readonly ComboboxOption[] = Array.from({ length: 250 }, (_, at) => ({ value: `Service ${at}` }));
const ZONES: readonly ComboboxOption[] = [
  { value: 'Europe/Paris', label: 'Europe/Paris', detail: 'GMT+1' },
  { value: 'America/New_York', label: 'America/New York', detail: 'GMT-5' },
];

async function makeHost(view: Partial<ComboboxView> = {}, value = ''): Promise<ComboboxHost> {
  const host = await fixture<ComboboxHost>(html`<combobox-host></combobox-host>`);
  Object.assign(host, { view, value });
  host.requestUpdate();
  await host.updateComplete;
  field(host).focus();
  return host;
}

function field(host: ComboboxHost): HTMLInputElement {
  return host.renderRoot.querySelector('input')!;
}

function listed(host: ComboboxHost): string[] {
  return [...host.renderRoot.querySelectorAll('[role=option]')].map(words);
}

/** What the keys are on. */
function active(host: ComboboxHost): string {
  return words((host.renderRoot as ShadowRoot).getElementById(field(host).getAttribute('aria-activedescendant') ?? ''));
}

async function keys(host: ComboboxHost, ...presses: readonly string[]): Promise<void> {
  for (const press of presses) {
    const [key = '', modifier] = press.split('+').reverse();
    if (modifier !== undefined) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    if (modifier !== undefined) await sendKeys({ up: modifier });
    await host.updateComplete;
  }
}

async function type(host: ComboboxHost, text: string): Promise<void> {
  await sendKeys({ type: text });
  await host.updateComplete;
}

/** Presses with the mouse in the middle of something. */
async function pressOn(host: ComboboxHost, target: Element): Promise<void> {
  const { x, y, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await host.updateComplete;
}

describe('a combobox: keys', () => {
  it('shows nothing before it is asked, and everything by arrow down', async () => {
    const host = await makeHost();
    expect(field(host).getAttribute('aria-expanded')).to.equal('false');
    await keys(host, 'ArrowDown');
    expect(field(host).getAttribute('aria-expanded')).to.equal('true');
    expect(listed(host)).to.deep.equal(['Zürich', 'New York', 'York', 'Yorkshire', 'Paris']);
    expect(active(host)).to.equal('Zürich');
  });

  it('begins at the end by arrow up, and goes round by way of the text', async () => {
    const host = await makeHost();
    await keys(host, 'ArrowUp');
    expect(active(host)).to.equal('Paris');
    await keys(host, 'ArrowDown');
    expect(active(host)).to.equal('');
    await keys(host, 'ArrowDown');
    expect(active(host)).to.equal('Zürich');
  });

  it('narrows without case and accents; what begins so comes first, then words that do', async () => {
    const host = await makeHost();
    await type(host, 'YORK');
    expect(listed(host)).to.deep.equal(['York', 'Yorkshire', 'New York']);
    field(host).select();
    await type(host, 'zurich');
    expect(listed(host)).to.deep.equal(['Zürich']);
  });

  it('takes an option by Enter and sends nothing; the next Enter sends', async () => {
    const host = await makeHost();
    await type(host, 'pa');
    await keys(host, 'ArrowDown', 'Enter');
    expect(host.value).to.equal('Paris');
    expect(field(host).value).to.equal('Paris');
    expect(listed(host)).to.deep.equal([]);
    expect(host.submits).to.equal(0);
    await keys(host, 'Enter');
    expect(host.submits).to.equal(1);
  });

  it('closes by Esc, which goes no further, and keeps the text', async () => {
    const host = await makeHost();
    const prevented: boolean[] = [];
    host.addEventListener('keydown', (event) => prevented.push(event.defaultPrevented));
    await type(host, 'pa');
    prevented.length = 0;
    await keys(host, 'Escape', 'Escape');
    expect(prevented).to.deep.equal([true, false]);
    expect(field(host).value).to.equal('pa');
  });

  it('opens at what is chosen, and Alt and an arrow open and close it', async () => {
    const host = await makeHost({}, 'York');
    await keys(host, 'Alt+ArrowDown');
    expect(active(host)).to.equal('York');
    await keys(host, 'Alt+ArrowUp');
    expect(listed(host)).to.deep.equal([]);
  });

  it('leaves Home and End to the text', async () => {
    const host = await makeHost();
    await type(host, 'york');
    await keys(host, 'ArrowDown', 'Home');
    expect(active(host)).to.equal('');
    expect(field(host).selectionStart).to.equal(0);
    await keys(host, 'End');
    expect(field(host).selectionStart).to.equal(4);
  });
});

describe('a combobox: mouse', () => {
  it('opens by a press on the field and takes what is pressed; the focus stays', async () => {
    const host = await makeHost();
    await pressOn(host, field(host));
    await pressOn(host, host.renderRoot.querySelectorAll('[role=option]')[1]!);
    expect(host.value).to.equal('New York');
    expect(listed(host)).to.deep.equal([]);
    expect(host.shadowRoot!.activeElement).to.equal(field(host));
  });

  it('closes when the field is left, for what comes next', async () => {
    const host = await makeHost({ options: MANY });
    await keys(host, 'ArrowDown', 'Tab');
    expect(listed(host)).to.deep.equal([]);
    expect(words(host.shadowRoot!.activeElement)).to.equal('Send');
  });
});

describe('a combobox: what it accepts', () => {
  it('takes any text where that is allowed, as it is typed', async () => {
    const host = await makeHost();
    await type(host, 'abc');
    await keys(host, 'Tab');
    expect(host.changes).to.deep.equal(['a', 'ab', 'abc']);
  });

  it('takes a text that is an option but for case and accents for that option', async () => {
    const host = await makeHost();
    await type(host, 'zurich');
    await keys(host, 'Tab');
    expect(host.value).to.equal('Zürich');
  });

  it('drops what is no option where only options count', async () => {
    const host = await makeHost({ accepts: 'options', options: ZONES }, 'Europe/Paris');
    field(host).select();
    await type(host, 'moon');
    expect(field(host).value).to.equal('moon');
    await keys(host, 'Tab');
    expect(host.changes).to.deep.equal([]);
    expect(field(host).value).to.equal('Europe/Paris');
  });

  it('shows labels and gives values', async () => {
    const host = await makeHost({ accepts: 'options', options: ZONES });
    await type(host, 'new');
    expect(listed(host)).to.deep.equal(['America/New York GMT-5']);
    await keys(host, 'ArrowDown', 'Enter');
    expect(host.value).to.equal('America/New_York');
    expect(field(host).value).to.equal('America/New York');
  });

  it('is a plain field without options', async () => {
    const host = await makeHost({ options: [] });
    await type(host, 'a');
    await keys(host, 'ArrowDown');
    expect(field(host).getAttribute('aria-expanded')).to.equal('false');
    expect(host.renderRoot.querySelector('.combobox-list')).to.equal(null);
  });

  it('opens no list for a browser that fills in a field without focus', async () => {
    const host = await makeHost();
    field(host).blur();
    field(host).value = 'Paris';
    field(host).dispatchEvent(new Event('input'));
    await host.updateComplete;
    expect(host.value).to.equal('Paris');
    expect(listed(host)).to.deep.equal([]);
  });
});

describe('a combobox: many options', () => {
  it('shows a hundred, says how many more there are, and has what is chosen in front', async () => {
    const host = await makeHost({ options: MANY }, 'Service 249');
    await keys(host, 'Alt+ArrowDown');
    expect(listed(host)).to.have.lengthOf(100);
    expect(active(host)).to.equal('Service 249');
    expect(words(host.renderRoot.querySelector('[role=status]'))).to.equal('250 options');
    expect(words(host.renderRoot.querySelector('.combobox-list > p'))).to.equal('150 more: type to narrow them down.');
  });

  it('says that nothing matches', async () => {
    const host = await makeHost({ options: MANY });
    await type(host, 'x');
    expect(words(host.renderRoot.querySelector('[role=status]'))).to.equal('Nothing matches.');
    expect(field(host).getAttribute('aria-expanded')).to.equal('false');
  });

  it('keeps what the keys are on in sight', async () => {
    const host = await makeHost({ options: MANY });
    await keys(host, 'ArrowUp');
    const list = host.renderRoot.querySelector('.combobox-list')!.getBoundingClientRect();
    const option = host.renderRoot.querySelector('[aria-selected=true]')!.getBoundingClientRect();
    expect(option.bottom).to.be.at.most(list.bottom);
    expect(list.bottom).to.be.at.most(innerHeight);
  });

  it('hangs on its field, above what would cut it off', async () => {
    const host = await makeHost({ options: MANY });
    host.style.cssText = 'display: block; block-size: 40px; overflow: hidden';
    await keys(host, 'ArrowDown');
    const list = host.renderRoot.querySelector('.combobox-list')!;
    const { x, y, width } = list.getBoundingClientRect();
    expect(list.matches(':popover-open')).to.equal(true);
    expect(y).to.be.closeTo(field(host).getBoundingClientRect().bottom, 8);
    expect(width).to.be.at.least(field(host).getBoundingClientRect().width);
    expect(host.shadowRoot!.elementFromPoint(x + 20, y + 60)?.closest('.combobox-list')).to.equal(list);
  });
});

describe('a combobox: accessible', () => {
  for (const [name, view, press] of [
    ['closed', {}, []],
    ['open', {}, ['ArrowDown']],
    ['open with more than can be seen', { options: MANY }, ['ArrowDown']],
    ['with nothing that matches', {}, ['x']],
    ['with details', { options: ZONES, accepts: 'options' }, ['ArrowDown']],
    ['invalid and required', { isInvalid: true, isRequired: true }, []],
  ] as const) {
    it(name, async () => {
      const host = await makeHost(view);
      await keys(host, ...press);
      await expect(host).to.be.accessible();
    });
  }
});
