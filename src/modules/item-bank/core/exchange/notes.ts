import type { ExchangeFault, Loss } from './exchange-item.ts'

/** Collects what was lost and what could not be taken while one item is read or written. */
export class Notes {
  readonly losses: Loss[] = []
  readonly faults: ExchangeFault[] = []
  readonly item: string

  constructor(item: string) {
    this.item = item
  }

  /** Not carried over. */
  lost(element: string, zh: string, en: string): void {
    this.losses.push({ item: this.item, element, kind: 'lost', zh, en })
  }

  /** Carried over in another form. */
  changed(element: string, zh: string, en: string): void {
    this.losses.push({ item: this.item, element, kind: 'changed', zh, en })
  }

  /** The item cannot be taken. */
  fault(element: string, zh: string, en: string): void {
    this.faults.push({ item: this.item, element, zh, en })
  }
}
