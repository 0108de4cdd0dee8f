import type { ReactNode } from 'react'
import type { SeatAct } from './acts.ts'
import { CreditForm } from './credit-form.tsx'
import { IncidentForm, MalpracticeForm } from './record-forms.tsx'
import { AbsentForm, CodeForm, HandInForm } from './short-forms.tsx'
import { type SeatFormProps, SwapForm } from './swap-form.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { WithoutForm } from './without-form.tsx'

/** The form of each act; what has none is done at once. */
export const SEAT_FORMS: Readonly<Partial<Record<SeatAct, (props: SeatFormProps) => ReactNode>>> = {
  unlock: UnlockForm,
  'without-seb': WithoutForm,
  code: CodeForm,
  swap: SwapForm,
  credit: CreditForm,
  incident: IncidentForm,
  malpractice: MalpracticeForm,
  'hand-in': HandInForm,
  absent: AbsentForm,
}
