import { useEntry } from '../../../../pages/parts/use-entry.ts'
import type { TmsProps } from '../view.ts'
import { MakeWaybill } from './make-waybill.tsx'
import { BLANK } from './parcel-entry.ts'
import { Quote } from './quote.tsx'

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
