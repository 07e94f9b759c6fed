import type { Block, OfficialDocument } from '../../../src/platform/documents/document.ts'
import { useWords } from '../../ui/words.ts'
import { figureWords } from './figure-words.ts'
import styles from './preview.module.css'
import { PreviewBlock } from './preview-block.tsx'

/** A report as it will be printed, made of the same blocks as its files. */
export function Preview(props: { document: OfficialDocument | null }) {
  const t = useWords(figureWords)
  const { document } = props
  if (document === null) return <p className="quiet">{t('notCounted')}</p>
  const { registration, approval, addressees, signatures } = document
  return (
    <article className={styles.sheet} lang="ru" aria-label={document.title}>
      {registration === null ? <p className={styles.draft}>{t('draft')}</p> : null}
      <header className={styles.letterhead}>
        {document.letterhead.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      <div className={styles.head}>
        <p>{registration === null ? t('noNumber') : `${registration.date} № ${registration.number}`}</p>
        <div>
          {addressees.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {approval === null ? null : (
            <p className={styles.approval}>
              <strong>{t('approve')}</strong>
              <br />
              {approval.position}
              <br />
              {approval.name}
              <br />
              {approval.moment}
            </p>
          )}
        </div>
      </div>
      <div className={styles.title}>
        <h2>{document.title}</h2>
        {document.subtitle === null ? null : <p>{document.subtitle}</p>}
      </div>
      {numbered(document.blocks).map(({ block, number }, place) => (
        // The blocks of a document never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <PreviewBlock key={place} block={block} number={number} />
      ))}
      {signatures.map(({ position, name }) => (
        <p key={position} className={styles.signature}>
          <span>{position}</span>
          <span className={styles.line} />
          <span>{name ?? ''}</span>
        </p>
      ))}
      <footer className={styles.footer}>{document.footer}</footer>
    </article>
  )
}

/** Tables and figures are numbered apart, each from one. */
function numbered(blocks: readonly Block[]): { block: Block; number: number }[] {
  let tables = 0
  let charts = 0
  return blocks.map((block) => {
    if (block.kind === 'table') return { block, number: (tables += 1) }
    if (block.kind === 'chart') return { block, number: (charts += 1) }
    return { block, number: 0 }
  })
}
