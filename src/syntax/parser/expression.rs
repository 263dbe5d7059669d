//! Expressions: the conditional, operators by precedence, what stands between them.

use super::Parser;
use crate::syntax::ast::{BinaryOp, UnaryOp};
use crate::syntax::lexer::TokenKind::{self, *};
use crate::syntax::tree::{Kind, NONE};

impl Parser<'_> {
    /// An expression. Where none stands, an invalid node, and nothing is taken.
    pub(super) fn expression(&mut self) -> u32 {
        let start = self.end;
        match self.nested(Self::conditional) {
            Some(node) => node,
            None => {
                self.skip_balanced(true);
                self.invalid(start, self.end, NONE)
            }
        }
    }

    /// An expression that something may follow after it got lost: then it is not the whole of what is meant, so invalid.
    pub(super) fn whole_expression(&mut self) -> u32 {
        let node = self.expression();
        match self.lost {
            true => self.invalid(self.words.start(node), self.words.end(node), node),
            false => node,
        }
    }

    /// `test ? then : otherwise`, or only the test.
    fn conditional(&mut self) -> u32 {
        let test = self.binary(0);
        if self.lost || self.peek() != Question {
            return test;
        }
        let question = self.bump();
        let then = self.expression();
        if !self.lost && !self.eat(Colon) {
            self.missing_otherwise(question);
        }
        let otherwise = match self.lost {
            true => self.invalid(self.end, self.end, NONE),
            false => self.expression(),
        };
        self.words.push(Kind::Conditional, 0, [test, then, otherwise])
    }

    /// Operators that bind at least as tightly as `least`, and their operands; those of one level from the left.
    fn binary(&mut self, least: u8) -> u32 {
        let mut left = self.operand();
        while !self.lost
            && let Some((operator, level)) = operator(self.peek())
            && level >= least
        {
            self.bump();
            let right = self.binary(level + 1);
            let start = self.words.start(left);
            left = self.words.push(Kind::Binary, operator as u32, [start, left, right]);
        }
        left
    }

    /// `!a`, `-a`, or a term with its steps.
    pub(super) fn operand(&mut self) -> u32 {
        let operator = match self.peek() {
            Not => UnaryOp::Not,
            Minus => UnaryOp::Negate,
            _ => return self.access(),
        };
        let sign = self.bump();
        let operand = match self.nested(Self::operand) {
            Some(operand) => operand,
            None => {
                self.skip_balanced(true);
                self.invalid(sign.end, self.end, NONE)
            }
        };
        self.words.push(Kind::Unary, operator as u32, [sign.start, operand])
    }
}

/// The operator that a token is, and how tightly it binds.
fn operator(kind: TokenKind) -> Option<(BinaryOp, u8)> {
    Some(match kind {
        Or => (BinaryOp::Or, 0),
        And => (BinaryOp::And, 1),
        Equal => (BinaryOp::Equal, 2),
        NotEqual => (BinaryOp::NotEqual, 2),
        Less => (BinaryOp::Less, 3),
        LessEqual => (BinaryOp::LessEqual, 3),
        Greater => (BinaryOp::Greater, 3),
        GreaterEqual => (BinaryOp::GreaterEqual, 3),
        Plus => (BinaryOp::Add, 4),
        Minus => (BinaryOp::Subtract, 4),
        Star => (BinaryOp::Multiply, 5),
        Slash => (BinaryOp::Divide, 5),
        Percent => (BinaryOp::Modulo, 5),
        _ => return None,
    })
}
