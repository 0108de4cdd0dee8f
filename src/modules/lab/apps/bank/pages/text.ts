import type { SpecChoice } from '../../../pages/parts/spec-field.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import type { Account, BankView } from './view.ts'

/** `6299 0012 3456 7890`: a number as it is printed on a card. */
export function spaced(no: string): string {
  return no.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** Accounts to choose from, each with what may be spent. */
export function accountChoices(accounts: readonly Account[]): readonly SpecChoice[] {
  return accounts.map(({ no, available }) => [no, `${spaced(no)}（可用 ${showMoney(available)}）`])
}

/** The banks one may pay into. */
export function bankChoices(view: Pick<BankView, 'banks'>): readonly SpecChoice[] {
  return view.banks.map(({ cnaps, name }) => [cnaps, `${name}（${cnaps}）`])
}

export function bankName(view: Pick<BankView, 'banks'>, cnaps: string): string {
  return view.banks.find(b => b.cnaps === cnaps)?.name ?? cnaps
}
