import type { useEntry } from '../../../../pages/parts/use-entry.ts'
import type { TmsProps } from '../view.ts'

/** What is typed of a parcel; amounts in yuan, the service as `carrier|service`. */
export const BLANK = {
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
