import type { Bit } from './bits.ts'
import styles from './charter.module.css'

/** What a record says, bit after bit; a long list opens on demand. */
export function ValueView({ bits }: { bits: readonly Bit[] }) {
  const lists = bits.filter((bit) => bit.items !== undefined)
  const short = bits.filter((bit) => bit.items === undefined)
  return (
    <>
      {short.length === 0 ? null : (
        <div className={styles.bits}>
          {short.map((bit) => (
            <span key={`${bit.label ?? ''} ${bit.text}`} className={styles.bit}>
              {bit.label === null ? null : <span className={styles.label}>{bit.label}: </span>}
              {bit.text}
            </span>
          ))}
        </div>
      )}
      {lists.map((bit) => (
        <details key={bit.label} className={styles.list}>
          <summary>
            {bit.label} <span className="quiet figures">{bit.text}</span>
          </summary>
          <ul>
            {bit.items?.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
