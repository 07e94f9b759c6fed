import type { Centre } from '../../charter/index.ts'
import { bySectorBlocks, type ReportPart, type ReportRule } from '../../charter/contract.ts'

/** A text to be written: a part of the rule, or a sector block's share of it. */
export interface Slot {
  part: ReportPart
  /** Code of the sector block; empty where the part is one text. */
  block: string
  blockName: string
  /** Who fills it, in words: positions by the charter. */
  who: string
  /** Empty while nothing is written. */
  text: string
  author: string | null
  writtenAt: Temporal.Instant | null
  revision: number
}

/** A written text as kept. */
export interface WrittenPart {
  part: string
  block: string
  body: string
  author: string
  written_at: Temporal.Instant
  revision: number
}

/** Every text that the rule asks for, in its order, with what is written of it. */
export function slotsOf(
  centre: Centre,
  rule: Pick<ReportRule, 'parts'>,
  written: readonly WrittenPart[],
): Slot[] {
  const known = new Map(written.map((one) => [`${one.part}/${one.block}`, one]))
  return rule.parts.flatMap((part) => {
    const blocks = part.by.includes(bySectorBlocks)
      ? centre.charter.sectorBlocks.map(({ code, name }) => ({ block: code, blockName: name }))
      : [{ block: '', blockName: '' }]
    return blocks.map(({ block, blockName }): Slot => {
      const one = known.get(`${part.code}/${block}`)
      return {
        part,
        block,
        blockName,
        who: whoFills(centre, part, blockName),
        text: one?.body ?? '',
        author: one?.author ?? null,
        writtenAt: one?.written_at ?? null,
        revision: one?.revision ?? 0,
      }
    })
  })
}

function whoFills(centre: Centre, { by }: ReportPart, blockName: string): string {
  return by
    .map((role) =>
      role === bySectorBlocks ? `отраслевой блок «${blockName}»` : (centre.roles.get(role)?.name ?? role),
    )
    .join(', ')
}

/** Required texts that nobody has written yet. */
export function missingOf(slots: readonly Slot[]): Slot[] {
  return slots.filter(({ part, text }) => part.required && text.trim() === '')
}

/** What a slot is called: «Принятые меры: Дороги». */
export function nameOfSlot({ part, blockName }: Pick<Slot, 'part' | 'blockName'>): string {
  return blockName === '' ? part.title : `${part.title}: ${blockName}`
}
