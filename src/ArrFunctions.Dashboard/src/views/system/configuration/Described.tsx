/** A description of the service, in which code stands between backticks. */
export function Described({ text }: { text: string }) {
  return <>{text.split('`').map((part, at) => at % 2 === 0 ? part : <code key={at}>{part}</code>)}</>;
}
