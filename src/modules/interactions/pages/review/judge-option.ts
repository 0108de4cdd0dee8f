/** How an option stands after the fact; `yours` while the key may not be shown. */
export type Judged = 'plain' | 'yours' | 'rightChosen' | 'wrongChosen' | 'missed'

/** `isRight` is null while the key may not be shown. */
export function judgeOption(isChosen: boolean, isRight: boolean | null): Judged {
  if (isRight === null) return isChosen ? 'yours' : 'plain'
  if (isRight) return isChosen ? 'rightChosen' : 'missed'
  return isChosen ? 'wrongChosen' : 'plain'
}

/** What is said of an option; of an item that is right or wrong as a whole nothing can be left out. */
export function verdictWord(judged: Exclude<Judged, 'plain'>, isWhole: boolean) {
  if (!isWhole) return judged
  return judged === 'missed' ? 'theRight' : judged === 'wrongChosen' ? 'theWrong' : judged
}
