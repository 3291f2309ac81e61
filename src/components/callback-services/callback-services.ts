import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ServerDescriptionController } from '../../controllers/server-description.js';
import type { ServiceSummary } from '../../domain/service.js';
import { BaseElement } from '../../internal/base-element.js';
import { failureNote } from '../../internal/failure-note.js';
import { forgiving } from '../../internal/forgiving.js';
import { icon } from '../../internal/icons.js';
import { longText } from '../../internal/long-text.js';
import { ownTransport } from '../../internal/own-transport.js';
import { controls } from '../../internal/styles/controls.styles.js';
import { tokens } from '../../internal/styles/tokens.styles.js';
import type { CallbackTransport } from '../../transport/callback-transport.js';
import { GmsTransport } from '../../transport/gms-transport.js';
import { enPanel } from '../../translations/en-panel.js';
import { groupServices } from './callback-services.groups.js';
import type { ServiceGroup } from './callback-services.groups.js';
import { servicesStyles } from './callback-services.styles.js';

/**
 * The services a callback server has, by virtual group. It changes none: a server that offers no administration of services is
 * described and left as it is.
 *
 * @summary The Services page of a contact-centre portal, for reading.
 * @tag callback-services
 * @csspart head - Heading and search.
 * @csspart search - The search field.
 * @csspart note - Why services are not changed here.
 * @csspart group - A virtual group with its services.
 * @csspart service - One service.
 * @csspart empty - The sentence shown when there is no service to show.
 */
export class CallbackServicesElement extends BaseElement {
  static override readonly tag: string = 'callback-services';
  protected static override readonly words = enPanel;
  static override styles = [tokens, controls, servicesStyles];

  /** The way to the callback server. Without one and without `base-url` the page is idle. */
  @forgiving @property({ attribute: false }) transport: CallbackTransport | undefined = undefined;

  /** Root of a GMS, for example `/genesys`; makes a transport of its own when `transport` is not set. */
  @forgiving @property({ attribute: 'base-url' }) baseUrl: string | undefined = undefined;

  @state() private _search = '';

  readonly #server = new ServerDescriptionController(this);
  #connected: CallbackTransport | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('transport') && !changed.has('baseUrl')) return;
    this.#connected = this.transport ?? ownTransport(this.baseUrl, GmsTransport);
    this.#server.setTransport(this.#connected);
  }

  protected override render(): TemplateResult {
    const services = this.#server.description?.services ?? [];
    return html`
      <section class="page" aria-labelledby="heading">
        <div class="head" part="head">
          <h2 id="heading">
            ${this.localize.term('configuredServices')}${
              services.length === 0
                ? nothing
                : html`<bdi class="count">${this.localize.term('servicesCount', services.length)}</bdi>`
            }
          </h2>
          ${this.#renderSearch()}
        </div>
        ${this.#renderProblem()} ${this.#renderBody(services)}
      </section>
    `;
  }

  #renderSearch(): TemplateResult {
    const words = this.localize.term('searchItems');
    return html`
      <span class="search">
        ${icon('search')}
        <input
          id="search"
          class="input"
          part="search"
          type="search"
          autocomplete="off"
          aria-label=${words}
          placeholder=${words}
          .value=${this._search}
          @input=${this.#searchFor}
        />
      </span>
    `;
  }

  #renderProblem(): TemplateResult | typeof nothing {
    const { problem } = this.#server;
    if (problem === undefined) return nothing;
    return html`
      ${failureNote(this.localize, problem)}
      <div><button class="button" type="button" @click=${this.#retry}>${this.localize.term('retry')}</button></div>
    `;
  }

  #renderBody(services: readonly ServiceSummary[]): TemplateResult | typeof nothing {
    const { loading, description, problem } = this.#server;
    if (this.#connected === undefined) return this.#renderEmpty('servicesIdle');
    if (loading && description === undefined) return this.#renderEmpty('servicesLoading');
    if (problem !== undefined && description === undefined) return nothing;
    if (this.#connected.describe === undefined) return this.#renderEmpty('servicesUnknown');
    const groups = groupServices(services, this._search);
    return html`
      <div class="note" part="note">
        ${icon('stack')}<span class="text"><bdi>${this.localize.term('servicesReadOnly')}</bdi></span>
      </div>
      ${
        groups.length === 0
          ? this.#renderEmpty('noServicesFound')
          : html`<div class="groups">${repeat(groups, ({ name }) => name, this.#renderGroup)}</div>`
      }
    `;
  }

  #renderEmpty(term: 'servicesIdle' | 'servicesLoading' | 'servicesUnknown' | 'noServicesFound'): TemplateResult {
    return html`<p class="empty" part="empty" role="status">${this.localize.term(term)}</p>`;
  }

  readonly #renderGroup = ({ name, services }: ServiceGroup): TemplateResult => html`
    <section class="group" part="group">
      <h3>
        ${longText(name ?? this.localize.term('inNoGroup'))}
        <bdi class="count">${this.localize.term('servicesCount', services.length)}</bdi>
      </h3>
      <ul>
        ${repeat(
          services,
          (service) => service.name,
          (service) => this.#renderService(service),
        )}
      </ul>
    </section>
  `;

  #renderService({ name, waitsForUserConfirm, virtualQueue }: ServiceSummary): TemplateResult {
    return html`
      <li class="service" part="service">
        <div class="name">${longText(name)}</div>
        <span class="facts">
          ${
            virtualQueue === undefined
              ? nothing
              : html`<span class="fact"
                  ><span class="what">${this.localize.term('serviceVirtualQueue')}</span>
                  ${longText(virtualQueue)}</span
                >`
          }
          ${
            waitsForUserConfirm === true
              ? html`<span class="fact warning">${icon('warning')}${this.localize.term('waitsForConfirm')}</span>`
              : nothing
          }
        </span>
      </li>
    `;
  }

  readonly #searchFor = (event: Event): void => {
    this._search = (event.target as HTMLInputElement).value;
  };

  readonly #retry = (): void => {
    void this.#server.refresh();
  };
}
