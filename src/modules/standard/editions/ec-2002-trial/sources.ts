import type { ProvenanceText } from '../../core/provenance.ts'

export const assessorDeck: ProvenanceText = 'found:https://www.renrendoc.com/paper/201008943.html'
export const moduleNotice2008: ProvenanceText = 'found:http://szedu.net/vip/article/2008-5-12/28557-1.htm'
export const operationsDeck: ProvenanceText = 'found:http://cornels-photography.com/paper/239279166.html'
