import { placeChoices } from '../../contract.ts'

/** `电子商务师国家职业标准（2005） · 电子商务员（四级）` as the bank calls it. */
export function placeName({ editionId, level }: { readonly editionId: string; readonly level: string }): string {
  const edition = placeChoices().find(one => one.editionId === editionId)
  const named = edition?.levels.find(one => one.level === level)
  return [edition?.title ?? editionId, named?.name ?? level].join(' · ')
}
