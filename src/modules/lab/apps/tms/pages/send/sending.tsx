import { useEntry } from '../../../../pages/entry/use-entry.ts'
import type { TmsProps } from '../view.ts'
import { MakeWaybill } from './make-waybill.tsx'
import { Quote } from './quote.tsx'

const BLANK = {
  order: '',
  service: '',
  goods: '',
  weight: '',
  volume: '',
  value: '',
  insured: '',
  cod: '',
  name: '',
  phone: '',
  region: '',
  detail: '',
}
export type SendProps = TmsProps & { readonly typed: ReturnType<typeof useEntry<typeof BLANK>>; readonly onOpen: (waybill: string) => void }

/** 寄件: prices first, the waybill beneath; a price that is taken goes into the waybill. */
export function Sending(props: TmsProps & { readonly onOpen: (waybill: string) => void }) {
  const typed = useEntry(BLANK)
  return (
    <>
      <Quote {...props} typed={typed} />
      <MakeWaybill {...props} typed={typed} />
    </>
  )
}
