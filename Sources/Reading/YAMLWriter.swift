import CYAML
import Diagnostics
import Model

/// Writes field nodes as YAML that reads well in a diff: long texts as literal blocks, short lists in brackets.
enum YAMLWriter {
    static func text(_ node: FieldNode) -> String {
        let astral = Stand(for: node)
        return astral.restored(written(astral.replaced(node)))
    }

    /// libyaml takes emoji and other characters beyond U+FFFF for unprintable and would write the whole text as escapes:
    /// while it writes, private characters that the text doesn't use stand for them.
    private struct Stand {
        private var stands: [Unicode.Scalar: Unicode.Scalar] = [:]

        init(for node: FieldNode) {
            var used: Set<Unicode.Scalar> = []
            func look(_ node: FieldNode) {
                switch node.value {
                case .empty: break
                case .text(let text): used.formUnion(text.text.unicodeScalars.lazy.filter { $0.value > 0xDFFF })
                case .list(let items): items.forEach(look)
                case .mapping(let members): members.forEach { look($0.value) }
                }
            }
            look(node)
            var free = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar($0) }.filter { !used.contains($0) }.makeIterator()
            for scalar in used.sorted() where scalar.value > 0xFFFF {
                guard let stand = free.next() else { break }
                stands[scalar] = stand
            }
        }

        func replaced(_ node: FieldNode) -> FieldNode {
            guard !stands.isEmpty else { return node }
            switch node.value {
            case .empty: return node
            case .text(let text): return FieldNode(.text(FieldText(exchanged(text.text, stands), start: text.start)), at: node.range)
            case .list(let items): return FieldNode(.list(items.map(replaced)), at: node.range)
            case .mapping(let members): return FieldNode(.mapping(members.map { ($0.key, replaced($0.value)) }), at: node.range)
            }
        }

        func restored(_ text: String) -> String {
            stands.isEmpty ? text : exchanged(text, Dictionary(uniqueKeysWithValues: stands.map { ($1, $0) }))
        }

        private func exchanged(_ text: String, _ scalars: [Unicode.Scalar: Unicode.Scalar]) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.map { scalars[$0] ?? $0 }))
        }
    }

    private static func written(_ node: FieldNode) -> String {
        let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
        defer { emitter.deallocate() }
        guard yaml_emitter_initialize(emitter) == 1 else { fatalError("out of memory") }
        defer { yaml_emitter_delete(emitter) }
        var output = Output()
        withUnsafeMutablePointer(to: &output) { pointer in
            yaml_emitter_set_output(
                emitter,
                { data, bytes, count in
                    guard let bytes else { return 1 }
                    data!.assumingMemoryBound(to: Output.self).pointee.bytes += UnsafeBufferPointer(start: bytes, count: count)
                    return 1
                }, pointer)
            yaml_emitter_set_unicode(emitter, 1)
            yaml_emitter_set_width(emitter, -1)
            var writer = Emitter(emitter)
            writer.emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
            writer.emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
            writer.write(node)
            writer.emit { yaml_document_end_event_initialize($0, 1) }
            writer.emit { yaml_stream_end_event_initialize($0) }
            yaml_emitter_flush(emitter)
        }
        return String(decoding: output.bytes, as: UTF8.self)
    }

    private struct Output {
        var bytes: [UInt8] = []
    }

    private struct Emitter {
        private let emitter: UnsafeMutablePointer<yaml_emitter_t>

        init(_ emitter: UnsafeMutablePointer<yaml_emitter_t>) { self.emitter = emitter }

        mutating func emit(_ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
            var event = yaml_event_t()
            // The output only grows in memory: the one thing that can fail is memory itself.
            guard make(&event) == 1, yaml_emitter_emit(emitter, &event) == 1 else { fatalError("out of memory") }
        }

        mutating func write(_ node: FieldNode) {
            switch node.value {
            case .empty: scalar("", style: YAML_PLAIN_SCALAR_STYLE)
            case .text(let text): scalar(text.text, style: text.text.utf8.contains(10) || text.text.utf8.count > 120 ? YAML_LITERAL_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE)
            case .list(let items):
                let isShort = items.allSatisfy { if case .text(let text) = $0.value { text.text.utf8.count < 60 && !text.text.utf8.contains(10) } else { false } }
                emit { yaml_sequence_start_event_initialize($0, nil, nil, 1, isShort ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE) }
                for item in items { write(item) }
                emit { yaml_sequence_end_event_initialize($0) }
            case .mapping(let members):
                emit { yaml_mapping_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
                for (key, value) in members {
                    scalar(key.value, style: YAML_ANY_SCALAR_STYLE)
                    write(value)
                }
                emit { yaml_mapping_end_event_initialize($0) }
            }
        }

        private mutating func scalar(_ text: String, style: yaml_scalar_style_t) {
            var text = text
            text.withUTF8 { bytes in
                withUnsafePointer(to: UInt8(0)) { nothing in
                    emit { yaml_scalar_event_initialize($0, nil, nil, bytes.baseAddress ?? nothing, Int32(bytes.count), 1, 1, style) }
                }
            }
        }
    }
}
