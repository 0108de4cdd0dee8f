/** A ticket number in groups one can read aloud: session and province, site and level, room, seat and check. */
export function groupedTicket(number: string): string {
  return /^\d{15}$/.test(number) ? `${number.slice(0, 6)} ${number.slice(6, 10)} ${number.slice(10)}` : number
}
