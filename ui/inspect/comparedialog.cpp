// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/comparedialog.h"

#include "server/transport/limits.h"
#include "ui/card.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/shortened.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QPushButton>
#include <QTextEdit>
#include <QTextTable>
#include <QVBoxLayout>

namespace porchlight {

namespace {

/// The sign of a line that differs: colour never carries meaning alone.
const QChar Differs(0x2260);

/// Of a head: two requests that the gate let in have no more fields, however much they differ.
constexpr size_t MaxLines = 2 * Limits::MaxFields;
/// Characters of a value: it takes a dozen lines of its column.
constexpr qsizetype LongestValue = 1'000;

/// What is shown below a title.
struct Part
{
    QString title;
    std::vector<const ComparedLine *> lines;
    size_t left = 0; ///< How many more there are.

    int rows() const { return int(1 + lines.size() + (left > 0 ? 1 : 0)); }
};

/// Fills a table of a sign, a name and two values, line by line.
class Lines final
{
public:
    /// All rows at once: to append one takes as long as the table is.
    Lines(QTextEdit *text, int rows)
        : m_cursor(text->document())
    {
        m_cursor.beginEditBlock();
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(Theme::Space1);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setColumnWidthConstraints(
            {QTextLength(QTextLength::FixedLength, 20), QTextLength(QTextLength::PercentageLength, 18),
             QTextLength(QTextLength::PercentageLength, 39), QTextLength(QTextLength::PercentageLength, 39)});
        m_table = m_cursor.insertTable(rows, 4, format);
    }
    ~Lines() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(Lines)

    void heads(const QString &first, const QString &second)
    {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::DemiBold);
        bold.setForeground(Theme::current().dimText);
        ++m_row;
        put(2, first, bold);
        put(3, second, bold);
    }
    void title(const QString &title)
    {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::DemiBold);
        bold.setForeground(Theme::current().text);
        across(title, bold);
    }
    void left(size_t count)
    {
        QTextCharFormat dim;
        dim.setForeground(Theme::current().dimText);
        across(count == 1
                   ? CompareDialog::tr("1 more line is not shown here.")
                   : CompareDialog::tr("%1 more lines are not shown here.").arg(humanCount(qint64(count))),
               dim);
    }
    void line(const ComparedLine &line)
    {
        const Theme &theme = Theme::current();
        QTextCharFormat name, value, missing;
        name.setForeground(theme.link);
        value.setForeground(theme.text);
        missing.setForeground(theme.dimText);
        ++m_row;
        if (line.differs()) {
            for (int column = 0; column < 4; ++column) {
                QTextTableCell cell = m_table->cellAt(m_row, column);
                QTextCharFormat format = cell.format();
                format.setBackground(theme.running.background);
                cell.setFormat(format);
            }
            put(0, Differs, value);
        }
        put(1, line.name, name);
        for (const auto &[column, text] : {std::pair(2, line.first), std::pair(3, line.second)})
            put(column, text.isNull() ? CompareDialog::tr("(not there)") : text,
                text.isNull() ? missing : value);
    }

private:
    void across(const QString &text, const QTextCharFormat &format)
    {
        ++m_row;
        m_table->mergeCells(m_row, 1, 1, 3);
        put(1, text, format);
    }
    void put(int column, const QString &text, const QTextCharFormat &format)
    {
        m_table->cellAt(m_row, column)
            .firstCursorPosition()
            .insertText(shortened(text, LongestValue), format);
    }

    QTextCursor m_cursor;
    QTextTable *m_table;
    int m_row = -1;
};

} // namespace

CompareDialog::CompareDialog(Comparison comparison, QWidget *parent)
    : QDialog(parent)
    , m_comparison(std::move(comparison))
    , m_text(new QTextEdit(this))
    , m_onlyDifferences(new QCheckBox(tr("Only what &differs"), this))
{
    setWindowTitle(tr("Two requests compared"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(windowTitle());
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    auto *close = new QPushButton(tr("&Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &CompareDialog::render);
    auto *line = new QHBoxLayout;
    line->addWidget(m_onlyDifferences);
    line->addStretch();
    line->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space4, Theme::Space4, Theme::Space4, Theme::Space4);
    column->setSpacing(Theme::Space3);
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Theme::Space2, Theme::Space2, Theme::Space2, Theme::Space2);
    inside->addWidget(m_text);
    column->addWidget(card, 1);
    column->addLayout(line);
    resize(860, 560);
    render();
}

void CompareDialog::render()
{
    const auto partOf = [this](const QString &title, const std::vector<ComparedLine> &compared) {
        Part part{title, {}};
        for (const ComparedLine &line : compared) {
            if (!line.differs() && m_onlyDifferences->isChecked())
                continue;
            if (part.lines.size() < MaxLines)
                part.lines.push_back(&line);
            else
                ++part.left;
        }
        return part;
    };
    const Part parts[] = {partOf(tr("What happened"), m_comparison.summary),
                          partOf(tr("Request"), m_comparison.request),
                          partOf(tr("Response"), m_comparison.response)};
    int rows = 1;
    for (const Part &part : parts)
        rows += part.rows();
    m_text->clear();
    {
        Lines lines(m_text, rows);
        lines.heads(m_comparison.firstHead, m_comparison.secondHead);
        for (const Part &part : parts) {
            lines.title(part.title);
            for (const ComparedLine *line : part.lines)
                lines.line(*line);
            if (part.left > 0)
                lines.left(part.left);
        }
    }
    m_text->moveCursor(QTextCursor::Start);
}

void CompareDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

} // namespace porchlight
